import type { Analysis } from '../analysis';
import type { Edit } from '../edit/edit';
import { targetOf, type Step } from '../edit/locate';
import type { Schema } from '../schema/schema';
import type { Node } from '../yaml/node';
import type { Text } from '../l10n/text';

/** A change of how the file is written that keeps what it means. */
export interface Refactoring {
  /** What it does, e.g. "Write `gpu` as shorthand". */
  readonly title: Text;
  /** As LSP tells them apart: `refactor.rewrite` and `refactor.extract`. */
  readonly kind: 'rewrite' | 'extract';
  /** They do not overlap. */
  readonly edits: readonly Edit[];
}

/** Where the cursor is. */
export interface Place {
  readonly analysis: Analysis;
  readonly offset: number;
  /** From the root to the innermost property or item at the cursor. */
  readonly steps: readonly Step[];
}

/** What may be done at a place. That it keeps the meaning is checked by the caller. */
export type RefactoringProvider = (place: Place) => readonly Refactoring[];

/** The schema of what a step leads to. */
export function schemaAt({ bound }: Analysis, step: Step): Schema | undefined {
  return step.kind === 'pair' ? bound.propertyOf(step.pair) : bound.schemaOf(targetOf(step));
}

/** The value as it stands behind its key or dash, an alias as an alias. */
export function valueOf(step: Step): Node {
  return step.kind === 'pair' ? step.pair.value : step.item;
}

/** The name of the property, for a title; an item of a list has none. */
export function nameOf(step: Step): string | undefined {
  const key = step.kind === 'pair' ? step.pair.key : undefined;
  return key?.kind === 'scalar' ? key.text : undefined;
}
