import { problem } from '../../problem/problem';
import { span } from '../../base/span';
import { quote } from '../../base/words';
import { lineEnd } from './lines';
import { Refusal } from './refusal';

/** Comments of other languages. */
export const SLASHES = 'In YAML, a comment begins with `#`, not with `//`.';

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
  const glued = /^[\w.-]+:(?=\S)/.exec(text)?.[0];
  if (glued !== undefined) {
    return [glued.length, `A space is missing after the colon of ${quote(glued)}.`];
  }
  if (text.startsWith('//')) return [2, SLASHES];
  return [
    text.length,
    `${quote(text)} is neither a property nor a list item: a \`:\` or a \`- \` is missing.`,
  ];
}
