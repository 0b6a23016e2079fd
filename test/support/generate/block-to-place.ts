import type { Place } from './schema-places';

/** A configuration in block style that ends with the last key of `path` and its colon, or with a dash. */
export function blockTo({ type, path }: Pick<Place, 'type' | 'path'>): string {
  let text = path[0] === 'type' ? '' : `type: ${type}\n`;
  let indent = '';
  for (const [index, step] of path.entries()) {
    const isFirstOfItem = typeof path[index - 1] === 'number';
    const lead = index === 0 ? '' : isFirstOfItem ? ' ' : `\n${indent}`;
    text += lead + (typeof step === 'number' ? '-' : `${step}:`);
    indent += '  ';
  }
  return text;
}
