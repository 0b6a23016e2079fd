import type { Problem } from '../problem/problem';
import type { Lines, Span } from '../base/span';
import type { Node } from './node';
import type { Outlines } from './outline/outlines';

/** One parsed document. Parsing never fails: `root` has what could be read, `problems` what is wrong. */
export interface Tree {
  readonly text: string;
  readonly lines: Lines;
  /** Absent for an empty document. With several documents it is the first. */
  readonly root: Node | undefined;
  readonly comments: readonly Span[];
  /** What PyYAML rejects, and repeated keys. */
  readonly problems: readonly Problem[];
  /** Whether PyYAML rejects the text; then nothing else about the file is certain. */
  readonly broken: boolean;
  /** How the text reads by its lines alone, also where it is unfinished. */
  readonly outlines: Outlines;
}
