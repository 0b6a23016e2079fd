import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { findPair } from '../yaml/node';
import { toRange } from './range';

/** The command that applies this file (`textDocument/codeLens`), above the line with its type. */
export function codeLenses({ tree, source, kind }: Analysis): CodeLens[] {
  if (kind !== 'configuration' || tree.root?.kind !== 'mapping') return [];
  const type = findPair(tree.root, 'type');
  if (!type) return [];
  const title = `dstack apply -f ${shellWord(fileName(source.uri))}`;
  return [{ range: toRange(type.key.span, tree.lines), command: { title, command: '' } }];
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A word as a shell takes it. */
function shellWord(text: string): string {
  return /^[\w.@%+=:,/-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
