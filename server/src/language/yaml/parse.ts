import { notUtf8Problem, type NotUtf8 } from './encoding';
import { problem, type Problem } from '../problem/problem';
import { Lines, span } from '../base/span';
import { conflictProblem, findConflicts, withCurrentChanges, type Conflict } from './conflict';
import { construct } from './construct';
import { compose, type Composed } from './pyyaml/compose';
import { findUnreadable } from './pyyaml/reader';
import { composeTolerantly, type Tolerated } from './tolerant';
import type { Tree } from './tree';

/** In UTF-16 units. Longer texts are not read at all, so that no file can keep the server busy. */
export const MAX_TEXT_LENGTH = 1024 * 1024;

/** Bytes that a file of so many characters has at most in UTF-8; longer files are not read. */
export const MAX_FILE_BYTES = 3 * MAX_TEXT_LENGTH;

/**
 * Parses a file as dstack reads it: with PyYAML's `safe_load`. Never throws. Where PyYAML refuses the syntax, there is
 * exactly one problem, or one for each merge conflict, and the tree is what a tolerant reading finds. So it is where the
 * text stands for bytes that are not UTF-8.
 */
export function parse(text: string, notUtf8?: NotUtf8): Tree {
  const lines = new Lines(text);
  if (notUtf8) return undecodedTree(text, lines, notUtf8Problem(notUtf8));
  if (text.length > MAX_TEXT_LENGTH) return unreadTree(text, lines);
  const composed = read(text);
  if (composed === 'too-large') return unreadTree(text, lines);
  const conflicts = findConflicts(text);
  if ('code' in composed) return refusedTree(text, lines, composed, conflicts);
  const { root, comments, tags } = composed;
  const problems = [
    ...conflicts
      .filter(({ toIncoming }) => toIncoming)
      .map((one) => conflictProblem(one, 'warning')),
    ...composed.problems,
    ...(root ? construct(root, tags) : []),
  ];
  const broken = problems.some((one) => one.severity === 'error');
  return { text, lines, root, comments, problems, broken };
}

function read(text: string): Composed | Problem | 'too-large' {
  return findUnreadable(text) ?? compose(text);
}

/** A conflict is to blame unless the mistake is still there without it: its markers may stand in a quoted text. */
function refusedTree(
  text: string,
  lines: Lines,
  refusal: Problem,
  conflicts: readonly Conflict[],
): Tree {
  if (conflicts.length > 0) {
    const current = withCurrentChanges(text, conflicts);
    const left = read(current);
    if (left === 'too-large' || !('code' in left) || left.span.start !== refusal.span.start) {
      const problems = conflicts.map((one) => conflictProblem(one, 'error'));
      return new BrokenTree(text, lines, problems, current);
    }
  }
  return new BrokenTree(text, lines, [refusal], text);
}

/** The tree of a text that PyYAML refuses. It is made when somebody asks: what is typed is broken most of the time. */
class BrokenTree implements Tree {
  readonly broken = true;
  private tolerated: Tolerated | undefined;

  /** @param readable what is read instead of the text, with the same offsets */
  constructor(
    readonly text: string,
    readonly lines: Lines,
    readonly problems: readonly Problem[],
    private readonly readable: string,
  ) {}

  get root() {
    return this.read().root;
  }

  get comments() {
    return this.read().comments;
  }

  private read(): Tolerated {
    if (this.tolerated) return this.tolerated;
    this.tolerated = composeTolerantly(this.readable, this.text);
    // Only the values are wanted: what else may be wrong cannot be told before the syntax is right.
    if (this.tolerated.root) construct(this.tolerated.root, new Map());
    return this.tolerated;
  }
}

function undecodedTree(text: string, lines: Lines, notUtf8: Problem): Tree {
  if (text.length <= MAX_TEXT_LENGTH) return new BrokenTree(text, lines, [notUtf8], text);
  return { ...unreadTree(text, lines), problems: [notUtf8], broken: true };
}

function unreadTree(text: string, lines: Lines): Tree {
  const message = 'The file is too large to be checked.';
  const at = span(0, lines.end(0));
  const problems = [problem('file-too-large', at, message, { severity: 'warning' })];
  return { text, lines, root: undefined, comments: [], problems, broken: false };
}
