import { problem, type Problem, type Severity } from '../problem/problem';
import { span, type Span } from '../base/span';

/** A merge conflict that was not resolved, or a marker of one that was left behind. */
export interface Conflict {
  /** From its first marker to its last, without the line break. */
  readonly span: Span;
  /** What to remove to keep the current change; of a single marker its line. */
  readonly toCurrent: readonly Span[];
  /** What to remove to keep the incoming change; absent for a single marker. */
  readonly toIncoming?: readonly Span[];
}

/** A line that Git writes around the sides of a conflict, without its line break. */
interface Marker extends Span {
  readonly char: string;
}

const MARKER = /^(?:([<|>])\1{6}(?: .*)?|={7})$/gm;

/** The conflicts of a text as `git merge` writes them, also those with the common ancestor (`|||||||`). */
export function findConflicts(text: string): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  let open: Marker[] = [];
  const leave = () => {
    conflicts.push(...open.map((marker) => leftover(text, marker)));
    open = [];
  };
  for (const match of text.matchAll(MARKER)) {
    const { 0: line, 1: char = '=', index } = match;
    const marker = { ...span(index, index + line.length), char };
    if (!follows(open.at(-1)?.char, char)) leave();
    open.push(marker);
    if (char === '>' && open[0]?.char === '<') {
      conflicts.push(complete(text, open, marker));
      open = [];
    } else if (open[0]?.char !== '<') leave();
  }
  leave();
  return conflicts;
}

/** Whether a marker may come after another one of the same conflict. */
function follows(last: string | undefined, char: string): boolean {
  switch (char) {
    case '|':
      return last === '<';
    case '=':
      return last === '<' || last === '|';
    default:
      return last === (char === '>' ? '=' : undefined);
  }
}

function complete(text: string, markers: readonly Marker[], last: Marker): Conflict {
  const [first = last, second = last] = markers;
  const middle = markers.at(-2) ?? last;
  const end = lineEnd(text, last);
  return {
    span: span(first.start, last.end),
    toCurrent: [span(first.start, lineEnd(text, first)), span(second.start, end)],
    toIncoming: [span(first.start, lineEnd(text, middle)), span(last.start, end)],
  };
}

function leftover(text: string, marker: Marker): Conflict {
  return {
    span: span(marker.start, marker.end),
    toCurrent: [span(marker.start, lineEnd(text, marker))],
  };
}

/** After the line break of the marker's line. */
function lineEnd(text: string, { end }: Marker): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return Math.min(end + 1, text.length);
}

/** The text with the current changes and without any marker. Offsets stay what they are: what goes is blank lines. */
export function withCurrentChanges(text: string, conflicts: readonly Conflict[]): string {
  const spans = conflicts.flatMap(({ toCurrent }) => toCurrent);
  return replaced(text, spans, (removed) => '\n'.repeat(removed.length));
}

/** The same with spaces, so lines keep their numbers as well; `side` says which changes are kept. */
export function sideOf(
  side: 'current' | 'incoming',
  text: string,
  conflicts: readonly Conflict[],
): string {
  const spans = conflicts.flatMap(({ toCurrent, toIncoming = toCurrent }) =>
    side === 'current' ? toCurrent : toIncoming,
  );
  return replaced(text, spans, (removed) => removed.replace(/[^\r\n]/g, ' '));
}

function replaced(
  text: string,
  spans: readonly Span[],
  replacement: (removed: string) => string,
): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(at, start), replacement(text.slice(start, end)));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** The problem of a conflict: an error if dstack rejects the file because of it. */
export function conflictProblem(conflict: Conflict, severity: Severity): Problem {
  const message = conflict.toIncoming
    ? 'A merge conflict is not resolved. Keep one of its sides, and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.'
    : 'This line is left over from a merge conflict. Remove it.';
  return problem('merge-conflict', conflict.span, message, { severity });
}
