import type { Problem } from '../problem/problem';
import type { Lines, Span } from '../base/span';
import type { Node } from './node';
import type { Outlines } from './outline/outlines';

/** One parsed document. Parsing never fails: what could be read is in `root`, what is wrong in `problems`. */
export interface Tree {
  readonly text: string;
  readonly lines: Lines;
  /** Absent for an empty document. With several documents it is the first. */
  readonly root: Node | undefined;
  readonly comments: readonly Span[];
  /** What PyYAML refuses, and repeated keys. */
  readonly problems: readonly Problem[];
  /** Whether PyYAML refuses the text, in which case nothing else about the file can be said for sure. */
  readonly broken: boolean;
  /** How the text reads by its lines alone, also where it is unfinished. */
  readonly outlines: Outlines;
}
