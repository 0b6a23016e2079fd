import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { unescaped } from '../uri';
import { findPair } from '../yaml/node';
import type { Workspace } from '../workspace/workspace';
import { toRange } from './range';

/** Commands that a client has for the lenses; without them a lens is text. */
export interface LensCommands {
  /** Gets the URI, the position and the locations. */
  readonly showReferences: string;
  /** Gets the command line. */
  readonly copyApplyCommand: string;
}

/**
 * Above the line with its type, the command that applies this file; above a name that other files can refer to, how often
 * they do (`textDocument/codeLens`).
 */
export function codeLenses(
  analysis: Analysis,
  workspace?: Workspace,
  commands?: LensCommands,
): CodeLens[] {
  return [...applyLens(analysis, commands), ...referenceLenses(analysis, workspace, commands)];
}

function applyLens({ tree, source, kind }: Analysis, commands?: LensCommands): CodeLens[] {
  if (kind !== 'configuration' || tree.root?.kind !== 'mapping') return [];
  const type = findPair(tree.root, 'type');
  if (!type) return [];
  const title = `dstack apply -f ${shellWord(fileName(source.uri))}`;
  const command = { title, command: commands?.copyApplyCommand ?? '', arguments: [title] };
  return [{ range: toRange(type.key.span, tree.lines), command }];
}

function referenceLenses(
  analysis: Analysis,
  workspace?: Workspace,
  commands?: LensCommands,
): CodeLens[] {
  if (!workspace) return [];
  const { uri, declarations } = analysis.summary;
  return declarations.flatMap(({ kind, name, range }) => {
    const locations = workspace.index
      .references(kind, name)
      .map(({ uri, range }) => ({ uri, range }));
    if (locations.length === 0) return [];
    const title = locations.length === 1 ? '1 reference' : `${String(locations.length)} references`;
    const command = commands?.showReferences ?? '';
    return [{ range, command: { title, command, arguments: [uri, range.start, locations] } }];
  });
}

function fileName(uri: string): string {
  return unescaped(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A word as a shell takes it. */
function shellWord(text: string): string {
  return /^[\w.@%+=:,/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
