import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { unescaped } from '../base/uri';
import { visibleLine, type Escape } from '../base/visible';
import { findPair } from '../yaml/node';
import type { Workspace } from '../workspace/workspace';
import { toRange } from '../base/lsp-range';

/** Commands that a client has for the lenses; without them a lens is text. */
export interface LensCommands {
  /** Gets the URI, the position and the locations. */
  readonly showReferences: string;
  /** Gets the command line. */
  readonly copyApplyCommand: string;
}

/**
 * Above the line with its type, the command that applies this file, unless it has several documents, which dstack refuses;
 * above a name that other files can refer to, in each document, how often they do (`textDocument/codeLens`).
 */
export function codeLenses(
  analysis: Analysis,
  workspace?: Workspace,
  commands?: LensCommands,
): CodeLens[] {
  const references = analysis.documents.flatMap((document) =>
    referenceLenses(document, workspace, commands),
  );
  return analysis.documents.length > 1
    ? references
    : [...applyLens(analysis, commands), ...references];
}

function applyLens({ tree, source, kind }: Analysis, commands?: LensCommands): CodeLens[] {
  if (kind !== 'configuration' || tree.root?.kind !== 'mapping') return [];
  const type = findPair(tree.root, 'type');
  if (!type) return [];
  const line = `dstack apply -f ${shellWord(fileName(source.uri))}`;
  const command = { title: line, command: commands?.copyApplyCommand ?? '', arguments: [line] };
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

/**
 * The name of a file as an argument in a shell, and none that reads like an option. Control characters, which a terminal
 * would act on when the line is pasted, are escapes as bash and zsh know them.
 */
function shellWord(name: string): string {
  const text = name.startsWith('-') ? `./${name}` : name;
  if (/^[\w.@%+:,/-]+$/.test(text)) return text;
  const escaped = visibleLine(text.replace(/['\\]/g, '\\$&'), inShell);
  const isPlain = visibleLine(text, inShell) === text;
  return isPlain ? `'${text.replaceAll("'", `'\\''`)}'` : `$'${escaped}'`;
}

const inShell: Escape = (code) => {
  const digits = code.toString(16);
  return code < 0x80 ? `\\x${digits.padStart(2, '0')}` : `\\u${digits.padStart(4, '0')}`;
};
