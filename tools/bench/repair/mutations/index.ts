import type { Operator } from '../../../../test/support/generate/mutate/operator';
import { niceCharacters, otherSpaces } from './characters';
import { besideGroups } from './groups';
import { indentation } from './indentation';
import { dashesForgotten, dashWithoutSpace, itemIndented } from './lists';
import { neighbourShape } from './neighbours';
import { alienKey, conflict, misplaced, removedProperty, requiredDeleted } from './places';
import { portsInOne } from './ports';
import { flowWithoutSpace, hardwareOutside, resourcesFlat } from './resources';
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
import { booleanWord, currency, reversedRange } from './values';
import { colonInVariable, nameAndValue, noText, spaceForEquals, withoutValue } from './variables';

export interface MutationKind {
  /** Prepares the file for the mistake; dstack still accepts it. */
  readonly prepare?: Operator;
  readonly operator: Operator;
  /** The share of mutations of this kind, relative to the sum of all shares. */
  readonly share: number;
  /** Whether the mutated text shows the original value, so a repair should restore it. */
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
  'dashes forgotten': { operator: dashesForgotten, share: 4, restores: true },
  'dash without a space': { operator: dashWithoutSpace, share: 4, restores: true },
  'item indented': { operator: itemIndented, share: 4, restores: true },
  'name and value': { operator: nameAndValue, share: 3, restores: true },
  'colon in a variable': { ...colonInVariable, share: 2, restores: true },
  'variable that is no text': { ...noText, share: 2, restores: true },
  'variable without a value': { ...withoutValue, share: 2, restores: true },
  'space for an equals sign': { ...spaceForEquals, share: 2, restores: true },
  "a neighbour's shape": { ...neighbourShape, share: 5, restores: true },
  'ports in one': { ...portsInOne, share: 3, restores: true },
  'resources not indented': { operator: resourcesFlat, share: 3, restores: true },
  'hardware outside': { ...hardwareOutside, share: 3, restores: true },
  'flow without a space': { ...flowWithoutSpace, share: 2, restores: true },
  'reversed range': { ...reversedRange, share: 2, restores: true },
  'boolean word': { ...booleanWord, share: 2, restores: true },
  currency: { ...currency, share: 2, restores: true },
  'beside groups': { ...besideGroups, share: 1, restores: true },
  'other spaces': { operator: otherSpaces, share: 4, restores: true },
  'nice characters': { operator: niceCharacters, share: 4, restores: true },
};
