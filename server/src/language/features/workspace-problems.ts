import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver-types';
import { ENTITIES } from '../schema/entities';
import { closest } from '../spelling';
import type { Declaration, Reference, Summary } from '../workspace/summary';
import type { Workspace } from '../workspace/workspace';

/** More other files than a problem needs to name. */
const RELATED_LIMIT = 5;

/**
 * What is wrong with a file because of the others of its workspace: names that stand twice, and names that nothing
 * defines. dstack takes such files, so that the verdict on a file knows nothing of it. It needs no more than the summary of
 * the file, so that files which are not open cost little.
 */
export function workspaceProblems(summary: Summary, workspace: Workspace): Diagnostic[] {
  const known = new Map<string, readonly Declaration[]>();
  /** Where else a name is defined. A file can repeat a name so often that it must be asked once only. */
  const elsewhere = ({ kind, name, uri }: Declaration) => {
    const key = `${kind} ${name}`;
    const others =
      known.get(key) ??
      workspace.index.declarations(kind, name).filter((other) => other.uri !== uri);
    known.set(key, others);
    return others;
  };
  return [
    ...summary.declarations.flatMap((one) => duplicateName(one, elsewhere(one), workspace)),
    ...summary.references.flatMap((one) => undefinedReference(one, workspace)),
  ];
}

function duplicateName(
  { kind, name, range }: Declaration,
  others: readonly Declaration[],
  workspace: Workspace,
): Diagnostic[] {
  const { title, declaredTwice } = ENTITIES[kind];
  if (!declaredTwice) return [];
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
