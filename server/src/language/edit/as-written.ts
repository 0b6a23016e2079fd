import { parse } from '../yaml/parse';

/** Whether YAML reads a text as a scalar of the same text; to it, `8080:22` is a number, and `true` a switch. */
export function isReadAsWritten(text: string): boolean {
  const { root, broken } = parse(text);
  if (broken || root?.kind !== 'scalar') return false;
  if (root.style !== 'plain') return root.span.end === text.length;
  const { type } = root.value;
  const isNumber = (type === 'int' || type === 'float') && !text.includes(':');
  return root.text === text && (type === 'str' || isNumber);
}
