import { problem } from '../../problem/problem';
import { span } from '../../base/span';
import { quote, truncate } from '../../base/words';
import { lineEnd, lineStart } from './lines';
import { Refusal } from './refusal';

/** Comments of other languages. */
export const SLASHES = 'In YAML, a comment begins with `#`, not with `//`.';

/** Characters of a line that the message repeats, twice. */
const LONGEST = 40;

/** Rejects the line at `start`, which would be a key if a `:` followed. */
export function refuseMissingColon(text: string, start: number): never {
  const line = text.slice(start, lineEnd(text, start));
  const comment = line.search(/\s#/);
  const content = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  const isProperty = continuesMapping(text, start);
  const [length, message] = mistakeIn(content, isProperty);
  throw new Refusal(problem('yaml-syntax', span(start, start + length), message));
}

/** How much of the text is wrong, and why; `isProperty` if it cannot be meant as a list item. */
function mistakeIn(text: string, isProperty: boolean): readonly [length: number, message: string] {
  const listed = /^[\w.-]+:(?=-\s)/.exec(text)?.[0];
  if (listed !== undefined) {
    return [listed.length, `The list of ${quote(listed)} must begin on the next line.`];
  }
  const glued = /^[\w.-]+:(?=\S)/.exec(text)?.[0];
  if (glued !== undefined) {
    return [glued.length, `Missing space after the colon in ${quote(glued)}.`];
  }
  if (text.startsWith('//')) return [2, SLASHES];
  return [text.length, expected(truncate(text, LONGEST), isProperty)];
}

function expected(text: string, isProperty: boolean): string {
  const isName = /^[\w.-]+$/.test(text);
  if (isProperty)
    return isName ? `Missing colon after ${quote(text)}.` : 'Expected a property (`name: value`).';
  const item = quote(`- ${text}`);
  return isName
    ? `Expected ${quote(`${text}:`)} (a property) or ${item} (a list item).`
    : `Expected a property (\`name: value\`) or a list item (${item}).`;
}

/**
 * Whether the line at `start` goes on with the properties before it. Below a property that has no value yet, or below
 * an item, it can be meant as an item as well.
 */
function continuesMapping(text: string, start: number): boolean {
  let at = lineStart(text, start);
  const indent = start - at;
  let hasDeeper = false;
  while (at > 0) {
    const end = at - 1;
    at = lineStart(text, end);
    const content = text.slice(at, end).trimStart();
    if (content === '' || content.startsWith('#')) continue;
    const column = end - at - content.length;
    if (column < indent) return false;
    if (column === indent) return !/^-(?:\s|$)/.test(content) && hasValue(content, hasDeeper);
    hasDeeper = true;
  }
  return indent === 0 && !hasDeeper;
}

/** Whether a line is a property that has a value, on the line or deeper below it. */
function hasValue(line: string, hasDeeper: boolean): boolean {
  const colon = line.search(/:(?:\s|$)/);
  if (colon === -1) return false;
  const value = line.slice(colon + 1).trim();
  return hasDeeper || (value !== '' && !value.startsWith('#'));
}
