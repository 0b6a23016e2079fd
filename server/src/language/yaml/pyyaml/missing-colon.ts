import { problem } from '../../problem/problem';
import { span } from '../../base/span';
import { quote, truncate } from '../../base/words';
import { lineEnd } from './lines';
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
  const [length, message] = mistakeIn(content);
  throw new Refusal(problem('yaml-syntax', span(start, start + length), message));
}

/** How much of the text is wrong, and why. */
function mistakeIn(text: string): readonly [length: number, message: string] {
  const listed = /^[\w.-]+:(?=-\s)/.exec(text)?.[0];
  if (listed !== undefined) {
    return [listed.length, `The list of ${quote(listed)} must begin on the next line.`];
  }
  const glued = /^[\w.-]+:(?=\S)/.exec(text)?.[0];
  if (glued !== undefined) {
    return [glued.length, `Missing space after the colon in ${quote(glued)}.`];
  }
  if (text.startsWith('//')) return [2, SLASHES];
  const shown = truncate(text, LONGEST);
  if (!/^[\w.-]+$/.test(shown)) {
    const item = quote(`- ${shown}`);
    return [text.length, `Expected a property (\`name: value\`) or a list item (${item}).`];
  }
  return [
    text.length,
    `Expected ${quote(`${shown}:`)} (a property) or ${quote(`- ${shown}`)} (a list item).`,
  ];
}
