import { notUtf8Problem, type NotUtf8 } from './encoding';
import { problem, type Problem } from '../problem/problem';
import { Lines, span, type Span } from '../base/span';
import { grouped } from '../base/words';
import { conflictProblem, findConflicts, withCurrentChanges, type Conflict } from './conflict';
import { construct } from './construct';
import type { Draft } from './draft';
import type { Node } from './node';
import { compose, type Composed } from './pyyaml/compose';
import { TooLarge } from './pyyaml/refusal';
import { findUnreadable } from './pyyaml/reader';
import { draftOf } from './outline/drafts';
import { Outlines } from './outline/outlines';
import type { Tree } from './tree';

/** In UTF-16 units. Longer texts are not read, so no file can keep the server busy. */
export const MAX_TEXT_LENGTH = 1024 * 1024;
const muchText = () => `it has more than ${grouped(MAX_TEXT_LENGTH)} characters`;

/** Maximum size in bytes of a UTF-8 file with that many characters; longer files are not read. */
export const MAX_FILE_BYTES = 3 * MAX_TEXT_LENGTH;

/**
 * Parses a file as dstack reads it: with PyYAML's `safe_load`. Never throws. If PyYAML rejects the syntax, there is
 * exactly one problem, or one for each merge conflict, and the tree comes from the outline of the text. The same
 * applies if the text is from bytes that are not UTF-8.
 */
export function parse(text: string, notUtf8?: NotUtf8): Tree {
  const lines = new Lines(text);
  if (notUtf8) return undecodedTree(text, lines, notUtf8Problem(notUtf8));
  if (text.length > MAX_TEXT_LENGTH) return unreadTree(text, lines);
  const composed = read(text);
  if (composed instanceof TooLarge) return unreadTree(text, lines, composed.reason);
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
  const outlines = new Outlines(text, lines);
  return { text, lines, root, comments, problems, broken, outlines };
}

function read(text: string): Composed | Problem | TooLarge {
  return findUnreadable(text) ?? compose(text);
}

/** A conflict is the cause unless the mistake remains without it: its markers may be part of a quoted text. */
function refusedTree(
  text: string,
  lines: Lines,
  refusal: Problem,
  conflicts: readonly Conflict[],
): Tree {
  const isToBlame =
    conflicts.length > 0 && !isRefusedSo(withCurrentChanges(text, conflicts), refusal);
  const problems = isToBlame ? conflicts.map((one) => conflictProblem(one, 'error')) : [refusal];
  return new BrokenTree(text, lines, problems, conflicts);
}

/** Whether a text has a mistake at the place of another text's. */
function isRefusedSo(text: string, { span: at }: Problem): boolean {
  const left = read(text);
  return 'code' in left && left.span.start === at.start;
}

/** The tree of a text that PyYAML rejects. It is made on demand: text is broken most of the time while it is typed. */
class BrokenTree implements Tree {
  readonly broken = true;
  readonly outlines: Outlines;
  private draft: Draft | undefined;

  constructor(
    readonly text: string,
    readonly lines: Lines,
    readonly problems: readonly Problem[],
    conflicts: readonly Conflict[] = [],
  ) {
    this.outlines = new Outlines(text, lines, conflicts);
  }

  get root(): Node | undefined {
    if (!this.draft) {
      this.draft = draftOf(this.outlines.first, this.text);
      // Only the values are used: other problems are unknown until the syntax is right.
      if (this.draft) construct(this.draft, new Map());
    }
    return this.draft;
  }

  get comments(): readonly Span[] {
    return this.outlines.first.comments;
  }
}

function undecodedTree(text: string, lines: Lines, notUtf8: Problem): Tree {
  if (text.length <= MAX_TEXT_LENGTH) return new BrokenTree(text, lines, [notUtf8]);
  return { ...unreadTree(text, lines), problems: [notUtf8], broken: true };
}

function unreadTree(text: string, lines: Lines, reason = muchText()): Tree {
  const message = `The file is too large to check: ${reason}.`;
  const at = span(0, lines.end(0));
  const problems = [problem('file-too-large', at, message, { severity: 'warning' })];
  const outlines = new Outlines(text, lines);
  return { text, lines, root: undefined, comments: [], problems, broken: false, outlines };
}
