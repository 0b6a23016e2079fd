import type { Operator } from '../../../support/mutate/operator';
import { indentation } from './indentation';
import { alienKey, conflict, misplaced, removedProperty, requiredDeleted } from './places';
import {
  badUnit,
  colonCommand,
  quotedColon,
  envForms,
  listUnwrapped,
  mappingFlattened,
  scalarWrapped,
} from './shapes';
import { keyTypo, valueTypo } from './typos';

export interface MutationKind {
  /** Makes the file one that the mistake can be made in; dstack accepts it still. */
  readonly prepare?: Operator;
  readonly operator: Operator;
  /** How many of 100 mutations are of this kind. */
  readonly share: number;
  /** Whether the original value can be read off the mutated text, so that a repair should restore it. */
  readonly restores: boolean;
}

export const MUTATION_KINDS: Readonly<Record<string, MutationKind>> = {
  'key typo': { operator: keyTypo, share: 16, restores: true },
  'value typo': { operator: valueTypo, share: 12, restores: true },
  'value in a list': { operator: scalarWrapped, share: 8, restores: true },
  'list without dashes': { operator: listUnwrapped, share: 6, restores: true },
  'mapping as text': { operator: mappingFlattened, share: 3, restores: true },
  'colon in a command': { prepare: quotedColon, operator: colonCommand, share: 6, restores: true },
  'env form': { operator: envForms, share: 5, restores: true },
  indentation: { operator: indentation, share: 12, restores: true },
  'bad unit': { operator: badUnit, share: 6, restores: false },
  misplaced: { operator: misplaced, share: 7, restores: false },
  'alien key': { operator: alienKey, share: 8, restores: false },
  conflict: { operator: conflict, share: 4, restores: false },
  'removed property': { operator: removedProperty, share: 3, restores: false },
  'required deleted': { operator: requiredDeleted, share: 4, restores: false },
};
