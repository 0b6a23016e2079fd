import type { ScalarValue } from '../yaml/scalar';
import { failed, type Grammar, type Parsed } from './grammar';

export type { Grammar, Parsed, Part, ShorthandError } from './grammar';

const GRAMMARS = {
} satisfies Record<string, Grammar>;

export type ShorthandName = keyof typeof GRAMMARS;

/** Reads a scalar by the grammar `name`. */
export function parseShorthand(name: ShorthandName, scalar: ScalarValue): Parsed<unknown> {
  return GRAMMARS[name](scalar);
}
