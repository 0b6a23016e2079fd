import type { Bound } from '../coerce/bind';
import type { Coerced } from '../coerce/coerce';
import type { Tree } from '../yaml/tree';

/** A document as far as a summary needs it: its text as a tree, and the schema and the value of each node. */
export interface BoundDocument {
  readonly source: { readonly uri: string };
  readonly tree: Tree;
  readonly bound: Bound;
  /** Undefined for a text that YAML does not read. */
  readonly coerced: Coerced | undefined;
}
