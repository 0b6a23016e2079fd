import type { Draft } from '../draft';
import type { Token, TokenKind } from './token';

/** What the readers of collections need of the parser that they are a part of. */
export interface NodeReader {
  readonly text: string;
  /** The brackets that are open, outermost first. */
  readonly brackets: Token[];
  /** The token that was read last. */
  readonly last: Token | undefined;
  peek(): Token;
  at(...kinds: readonly TokenKind[]): boolean;
  take(): Token;
  /** Reads a node. `block`: it may be a block collection; `indentless`: also a list that is not indented. */
  node(block: boolean, indentless?: boolean): Draft;
  /** Makes a node known by its anchor, which its own content may already name. */
  anchored<T extends Draft>(node: T): T;
  /** Reads a collection one level deeper; rejects what is nested too deeply. */
  collection(read: () => Draft): Draft;
}
