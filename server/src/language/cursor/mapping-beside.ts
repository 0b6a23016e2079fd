import { isKey, keysOf } from '../yaml/outline/piece';
import type { Tree } from '../yaml/tree';
import { pathInto, scopeOf } from './place';
import type { KeySlot, Scope } from './slot';

/** The mapping of another property of the mapping in which a key is written. */
export interface MappingBeside {
  readonly scope: Scope;
  /** The column of its keys, or of its own key if it has none yet; undefined if it is not written line by line. */
  readonly column: number | undefined;
  readonly isEmpty: boolean;
}

/** The mapping of the property `name` beside the key that is written at `offset`; undefined if there is none. */
export function mappingBeside(
  { outlines, lines }: Tree,
  offset: number,
  { path }: KeySlot,
  name: string,
): MappingBeside | undefined {
  const isBeside = (steps: readonly unknown[]) =>
    steps.length === path.length + 1 &&
    steps.at(-1) === name &&
    path.every((step, index) => steps[index] === step);
  const owner = outlines
    .around(lines.position(offset).line)
    .pieces.find((piece) => isKey(piece) && piece.text === name && isBeside(pathInto(piece).path));
  if (!owner) return undefined;
  const keys = keysOf(owner);
  const isBlock = owner.children.length === keys.length && !keys.some(({ inline }) => inline);
  return {
    scope: scopeOf(owner),
    column: isBlock ? (keys[0] ?? owner).column : undefined,
    isEmpty: keys.length === 0,
  };
}
