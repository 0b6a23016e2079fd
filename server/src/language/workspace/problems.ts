import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { ENTITIES } from '../schema/entities';
import { closest } from '../base/spelling';
import type { Declaration, Reference, Summary } from './summary';
import type { Workspace } from './workspace';

/** More other files than a problem needs to name. */
const RELATED_LIMIT = 5;

/** More problems than anybody reads in one file. */
const PROBLEM_LIMIT = 100;

/**
 * What is wrong with a file because of the others of its workspace: names that stand twice, and names that nothing
 * defines. dstack takes such files, so that the verdict on a file knows nothing of it. It needs no more than the summary of
 * the file, so that files which are not open cost little.
 */
export function workspaceProblems(summary: Summary, workspace: Workspace): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const one of summary.declarations) {
    if (found.length < PROBLEM_LIMIT) found.push(...duplicateName(one, workspace));
  }
  for (const one of summary.references) {
    if (found.length < PROBLEM_LIMIT) found.push(...undefinedReference(one, workspace));
  }
  return found.filter(
    ({ code, range: { start } }) =>
      !summary.ignored.some((one) => one.code === code && one.line === start.line),
  );
}

/** More other files than anybody looks at because of one. */
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

function duplicateName(declaration: Declaration, workspace: Workspace): Diagnostic[] {
  const { kind, name, uri, range } = declaration;
  const { title, declaredTwice } = ENTITIES[kind];
  if (!declaredTwice) return [];
  const others = workspace.index.declaredElsewhere(kind, name, uri);
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
      severity: declaredTwice === 'replaced' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Hint,
      code: 'duplicate-name',
      source: 'dstack',
      message,
      relatedInformation: others.slice(0, RELATED_LIMIT).map((other) => ({
        location: { uri: other.uri, range: other.range },
        message: `The other ${title} \`${name}\`.`,
      })),
    },
  ];
}

function undefinedReference({ kind, name, range }: Reference, { index }: Workspace): Diagnostic[] {
  // Where no file defines any, all of them live on the server.
  if (!index.complete || !index.defines(kind) || index.declarations(kind, name).length > 0)
    return [];
  const { title } = ENTITIES[kind];
  const [suggestion] = closest(
    name,
    index.named(kind).map((one) => one.name),
  );
  const advice =
    suggestion === undefined ? 'It may exist on the server.' : `Did you mean \`${suggestion}\`?`;
  return [
    {
      range,
      severity: DiagnosticSeverity.Hint,
      code: 'undefined-reference',
      source: 'dstack',
      message: `No file of the workspace defines a ${title} \`${name}\`. ${advice}`,
      ...(suggestion === undefined ? {} : { data: { suggestion } }),
    },
  ];
}
