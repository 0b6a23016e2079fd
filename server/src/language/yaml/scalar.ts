/** A scalar as PyYAML's `SafeLoader` constructs it. */
export type ScalarValue =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'timestamp'; readonly text: string }
  | { readonly type: 'binary'; readonly text: string };
