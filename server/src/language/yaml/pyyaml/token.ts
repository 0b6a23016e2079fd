import type { Span } from '../../base/span';
import type { ScalarStyle } from '../scalar';

/** What PyYAML's scanner passes to its parser. Tokens for indentation have empty spans. */
export type Token = MarkToken | NameToken | TagToken | ScalarToken | DirectiveToken;

export interface MarkToken extends Span {
  readonly kind:
    | 'stream-end'
    | 'document-start'
    | 'document-end'
    | 'block-sequence-start'
    | 'block-mapping-start'
    | 'block-end'
    | '-'
    | '?'
    | ':'
    | ','
    | '['
    | ']'
    | '{'
    | '}';
}

export interface NameToken extends Span {
  readonly kind: 'alias' | 'anchor';
  readonly name: string;
}

export interface TagToken extends Span {
  readonly kind: 'tag';
  /** `!`, `!!` or `!name!`; absent for `!<...>` and the non-specific tag `!`. */
  readonly handle?: string;
  readonly suffix: string;
}

export interface ScalarToken extends Span {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: ScalarStyle;
  /** The place of `text` in the source if nothing in it were escaped or folded. */
  readonly textStart: number;
}

export interface DirectiveToken extends Span {
  readonly kind: 'directive';
  readonly name: string;
  /** The major version that `%YAML` names. */
  readonly version?: number;
  /** What `%TAG` declares. */
  readonly tag?: { readonly handle: string; readonly prefix: string };
}

export type TokenKind = Token['kind'];
