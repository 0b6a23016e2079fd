import { problem, type Problem } from '../problem';
import { Lines, span } from '../span';
import { construct } from './construct';
import { compose } from './pyyaml/compose';
import { findUnreadable } from './pyyaml/reader';
import { composeTolerantly, type Tolerated } from './tolerant';
import type { Tree } from './tree';

/** In UTF-16 units. Longer texts are not read at all, so that no file can keep the server busy. */
export const MAX_TEXT_LENGTH = 1024 * 1024;

/**
 * Parses a file as dstack reads it: with PyYAML's `safe_load`. Never throws. Where PyYAML refuses the syntax, there is
 * exactly one problem, and the tree is what a tolerant reading finds.
 */
export function parse(text: string): Tree {
  const lines = new Lines(text);
  if (text.length > MAX_TEXT_LENGTH) return unreadTree(text, lines);
  const composed = findUnreadable(text) ?? compose(text);
  if (composed === 'too-large') return unreadTree(text, lines);
  if ('code' in composed) return new BrokenTree(text, lines, composed);
  const { root, comments, tags } = composed;
  const problems = [...composed.problems, ...(root ? construct(root, tags) : [])];
  const broken = problems.some((one) => one.severity === 'error');
  return { text, lines, root, comments, problems, broken };
}

/** The tree of a text that PyYAML refuses. It is made when somebody asks: what is typed is broken most of the time. */
class BrokenTree implements Tree {
  readonly broken = true;
  readonly problems: readonly Problem[];
  private tolerated: Tolerated | undefined;

  constructor(
    readonly text: string,
    readonly lines: Lines,
    refusal: Problem,
  ) {
    this.problems = [refusal];
  }

  get root() {
    return this.read().root;
  }

  get comments() {
    return this.read().comments;
  }

  private read(): Tolerated {
    if (this.tolerated) return this.tolerated;
    this.tolerated = composeTolerantly(this.text);
    // Only the values are wanted: what else may be wrong cannot be told before the syntax is right.
    if (this.tolerated.root) construct(this.tolerated.root, new Map());
    return this.tolerated;
  }
}

function unreadTree(text: string, lines: Lines): Tree {
  const message = 'The file is too large to be checked.';
  const at = span(0, lines.end(0));
  const problems = [problem('file-too-large', at, message, { severity: 'warning' })];
  return { text, lines, root: undefined, comments: [], problems, broken: false };
}
