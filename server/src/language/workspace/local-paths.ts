import type { Schema } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import type { Span } from '../base/span';
import { textSpan, type ScalarNode } from '../yaml/node';

/** A path on the user's machine, and its span. */
export interface LocalPath {
  readonly path: string;
  readonly at: Span;
}

/** The paths on the user's machine in a scalar: its whole text, or a part of the shorthand. */
export function localPaths(node: ScalarNode, schema: Schema): readonly LocalPath[] {
  if (!schema.localPath) return [];
  const read = schema.shorthand && parseShorthand(schema.shorthand, node.value);
  const piece = (start: number, end: number) => ({
    at: textSpan(node, start, end),
    path: node.text.slice(start, end),
  });
  // In a long form the path is the whole text.
  if (!read || (read.ok && read.parts.length === 0)) return [piece(0, node.text.length)];
  if (!read.ok) return [];
  return read.parts
    .filter(({ kind }) => kind === 'local-path')
    .map(({ start, end }) => piece(start, end));
}

/**
 * URI of what a path names in a document at `uri`: it is relative to its folder. Undefined for home folders (`~`),
 * variables and absolute paths, and in a document without a folder, such as one that was never saved.
 */
export function localUri(uri: string, path: string): string | undefined {
  if (path === '' || /^[~/\\]|^[a-zA-Z]:|[$*?#%\n]/.test(path)) return undefined;
  try {
    return new URL(path.split('/').map(encodeURIComponent).join('/'), uri).href;
  } catch {
    return undefined;
  }
}
