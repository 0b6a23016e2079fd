import { printedText } from './printed';

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;

/** Beyond this many pairs of lines the differing middle is shown as one change, so a large file stays cheap. */
const PAIR_LIMIT = 4_000_000;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * A unified diff as `patch` accepts it, or an empty text for equal texts. Lines keep their line breaks, also CRLF. Only
 * lines with characters that must not reach a terminal are not exact: they contain escapes.
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const hunks = hunksOf(compare(linesOf(before), linesOf(after)));
  return `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** All lines of both texts; common lines occur once. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  const same = (text: string): Line => ({ mark: ' ', text });
  return [
    ...before.slice(0, first).map(same),
    ...middle(before.slice(first, before.length - last), after.slice(first, after.length - last)),
    ...before.slice(before.length - last).map(same),
  ];
}

/** The longest common subsequence of the lines is what stays. */
function middle(before: readonly string[], after: readonly string[]): Line[] {
  const [m, n] = [before.length, after.length];
  const width = n + 1;
  const exact = m * n <= PAIR_LIMIT;
  const lengths = new Uint32Array(exact ? (m + 1) * width : 0);
  const common = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = exact ? m - 1 : -1; i >= 0; i--) {
    for (let j = n - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === after[j]
          ? common(i + 1, j + 1) + 1
          : Math.max(common(i + 1, j), common(i, j + 1));
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < m || j < n) {
    const [old, now] = [before[i], after[j]];
    if (exact && old !== undefined && old === now) {
      lines.push({ mark: ' ', text: old });
      i++;
      j++;
    } else if (old !== undefined && (now === undefined || common(i + 1, j) >= common(i, j + 1))) {
      lines.push({ mark: '-', text: old });
      i++;
    } else {
      lines.push({ mark: '+', text: now ?? '' });
      j++;
    }
  }
  return lines;
}

/** Changes with the lines around them. Changes that are close together share a hunk. */
function hunksOf(lines: readonly Line[]): string[] {
  const hunks: string[] = [];
  let done = 0;
  let [oldLine, newLine] = [1, 1];
  const pass = (to: number) => {
    for (const { mark } of lines.slice(done, to)) {
      if (mark !== '+') oldLine++;
      if (mark !== '-') newLine++;
    }
    done = to;
  };
  for (let at = changeFrom(lines, 0); at < lines.length; at = changeFrom(lines, done)) {
    pass(Math.max(done, at - CONTEXT));
    let end = at + 1;
    for (let next = at; next < lines.length && next - end < 2 * CONTEXT + 1;) {
      end = next + 1;
      next = changeFrom(lines, end);
    }
    const part = lines.slice(done, Math.min(end + CONTEXT, lines.length));
    const old = range(oldLine, part.filter(({ mark }) => mark !== '+').length);
    const now = range(newLine, part.filter(({ mark }) => mark !== '-').length);
    hunks.push(`@@ -${old} +${now} @@\n${part.map(print).join('')}`);
    pass(done + part.length);
  }
  return hunks;
}

function changeFrom(lines: readonly Line[], from: number): number {
  let at = from;
  while (lines[at]?.mark === ' ') at++;
  return at;
}

/** An empty range is named by the line before it. */
function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}

function print({ mark, text }: Line): string {
  const [ending] = /\r?\n$/.exec(text) ?? [];
  if (ending === undefined) return `${mark}${printedText(text)}\n\\ No newline at end of file\n`;
  return `${mark}${printedText(text.slice(0, -ending.length))}${ending}`;
}
