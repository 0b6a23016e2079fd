import type { LocatedProblem } from '../problem/diagnostic';
import type { LiveFacts } from '../live/facts';
import { ENTITIES } from '../schema/entities';
import { missingFile } from './missing-file';
import { notConfigured } from './not-configured';
import { rejectedSetting } from './rejected-setting';
import type { Declaration, Summary } from './summary';
import { undefinedReference } from './undefined-reference';
import type { Workspace } from './workspace';

/** More other files than a problem needs to name. */
const RELATED_LIMIT = 5;

/** Maximum number of problems in one file. */
const PROBLEM_LIMIT = 100;

/**
 * The problems of a file with the others of its workspace: names that are defined twice, names that are not defined,
 * files that are missing, and what the default profile adds. None of them is certain from the file alone, so they are not
 * part of the verdict. It needs only the summary of the file, so files that are not open cost little.
 *
 * @param live what is known of the server. A name that it has is not missing
 */
export function workspaceProblems(
  summary: Summary,
  workspace: Workspace,
  live?: LiveFacts,
): LocatedProblem[] {
  const found: LocatedProblem[] = [];
  for (const one of summary.declarations) {
    if (found.length < PROBLEM_LIMIT) found.push(...duplicateName(one, workspace));
  }
  for (const one of summary.references) {
    if (found.length < PROBLEM_LIMIT) found.push(...undefinedReference(one, workspace, live));
  }
  for (const one of live ? summary.mentions : []) {
    if (live && found.length < PROBLEM_LIMIT) found.push(...notConfigured(one, live));
  }
  for (const one of summary.paths) {
    if (found.length < PROBLEM_LIMIT) found.push(...missingFile(one, summary.uri, workspace));
  }
  for (const one of summary.excluded) found.push(...rejectedSetting(one, summary.uri, workspace));
  return found.filter(
    ({ code, range: { start } }) =>
      !summary.ignored.some((one) => one.code === code && one.line === start.line),
  );
}

/** Maximum number of other files that are checked because of one. */
const FILES_LIMIT = 20;

/** The other files whose problems depend on the names that a file defines: those that define the same, or refer to it. */
export function relatedFiles({ uri, declarations }: Summary, { index }: Workspace): string[] {
  const shared = declarations.filter(({ kind }) => ENTITIES[kind].declaredTwice);
  const places = shared.flatMap(({ kind, name }) => [
    ...index.declarations(kind, name),
    ...index.references(kind, name),
  ]);
  const files = new Set(places.map((place) => place.uri));
  files.delete(uri);
  return [...files].slice(0, FILES_LIMIT);
}

function duplicateName(declaration: Declaration, workspace: Workspace): LocatedProblem[] {
  const { kind, name, uri, range } = declaration;
  const { title, declaredTwice } = ENTITIES[kind];
  if (!declaredTwice) return [];
  const others = workspace.index.declaredElsewhere(kind, name, uri, RELATED_LIMIT);
  const [first] = others;
  if (!first) return [];
  const where = `\`${workspace.pathOf(first.uri)}\``;
  const message =
    declaredTwice === 'replaced'
      ? `${where} defines a ${title} \`${name}\` as well: applying one of them changes what the other made.`
      : `${where} defines a ${title} \`${name}\` as well: applying one of them replaces the other.`;
  return [
    {
      range,
      severity: declaredTwice === 'replaced' ? 'warning' : 'hint',
      code: 'duplicate-name',
      message,
      related: others.map((other) => ({
        uri: other.uri,
        range: other.range,
        message: `The other ${title} \`${name}\`.`,
      })),
    },
  ];
}
