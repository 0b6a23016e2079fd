import { problem, type Problem } from '../problem';
import { Lines, span } from '../span';
import { construct } from './construct';
import { compose } from './pyyaml/compose';
import { findUnreadable } from './pyyaml/reader';
import { composeTolerantly } from './tolerant';
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
  if ('code' in composed) return brokenTree(text, lines, composed);
  const { root, comments, tags } = composed;
  const problems = [...composed.problems, ...(root ? construct(root, tags) : [])];
  const broken = problems.some((one) => one.severity === 'error');
  return { text, lines, ...(root ? { root } : {}), comments, problems, broken };
}

function brokenTree(text: string, lines: Lines, refusal: Problem): Tree {
  const { root, comments } = composeTolerantly(text);
  // Only the values are wanted: what else may be wrong cannot be told before the syntax is right.
  if (root) construct(root, new Map());
  return { text, lines, ...(root ? { root } : {}), comments, problems: [refusal], broken: true };
}

function unreadTree(text: string, lines: Lines): Tree {
  const message = 'The file is too large to be checked.';
  const at = span(0, lines.end(0));
  const problems = [problem('file-too-large', at, message, { severity: 'warning' })];
  return { text, lines, comments: [], problems, broken: false };
}
