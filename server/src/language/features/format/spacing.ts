import { span } from '../../base/span';
import type { Token } from '../../yaml/tokens';
import type { Change } from './change';

const OPENING = new Set<string>(['[', '{']);
const CLOSING = new Set<string>([']', '}']);

/**
 * Changes of the space between tokens of one line: one space after `-`, `:` and `,`, none before them. Brackets keep
 * their inner space, the closing one with as much as the opening one. Space before comments is kept.
 *
 * @param gapBehindDash the space between a dash and the block that begins at the offset after it
 */
export function* spacing(
  text: string,
  tokens: readonly Token[],
  gapBehindDash: (offset: number) => number | undefined,
): Generator<Change> {
  const written = tokens.filter(({ start, end }) => start < end);
  const padded: boolean[] = [];
  for (const [index, token] of written.entries()) {
    const next = written[index + 1];
    if (CLOSING.has(token.kind)) padded.pop();
    if (!next) return;
    const between = span(token.end, next.start);
    const old = text.slice(between.start, between.end);
    const sameLine = /^[ \t]*$/.test(old);
    if (OPENING.has(token.kind)) padded.push(sameLine && old !== '' && !CLOSING.has(next.kind));
    if (!sameLine) continue;
    const wanted =
      token.kind === '-'
        ? (gapBehindDash(next.start) ?? 1)
        : gap(token, next, padded.at(-1) ?? false, old);
    if (old.length !== wanted || old.includes('\t')) {
      yield { span: between, text: ' '.repeat(wanted) };
    }
  }
}

/** The number of spaces between two tokens. */
function gap(token: Token, next: Token, isPadded: boolean, old: string): number {
  if (OPENING.has(token.kind)) return isPadded ? 1 : 0;
  if (token.kind === ',') return CLOSING.has(next.kind) && !isPadded ? 0 : 1;
  // The name of an alias, an anchor or a tag could absorb the following text.
  if (CLOSING.has(next.kind)) return isPadded || isOpenEnded(token) ? 1 : 0;
  if (next.kind === ',') return isOpenEnded(token) ? Math.min(1, old.length) : 0;
  if (next.kind === ':') return isOpenEnded(token) ? 1 : 0;
  return 1;
}

function isOpenEnded({ kind }: Token): boolean {
  return kind === 'alias' || kind === 'anchor' || kind === 'tag';
}
