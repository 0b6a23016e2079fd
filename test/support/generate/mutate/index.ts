import type { Schema } from '../../../../server/src/language/schema/schema';
import type { Random } from '../random';
import { sitesOf } from '../text-sites';
import { keyOddity, keyRemoved, keyTypo } from './keys';
import type { Edit, Operator } from './operator';
import { addForeign, addKnown, addRemoved, duplicate, move, remove } from './properties';
import { combination, otherType } from './several';
import { anchors, brokenYaml, merge } from './text';
import { quotes, shape, valueOfAnything, valueOfPool, valueOfSchema, valueTweaked } from './values';

/** A text with one deliberate mistake (or harmless change). */
export interface Mutation {
  readonly kind: string;
  readonly text: string;
}

/** Mutates a text in one place; undefined if no attempt applies to it. */
export function mutate(text: string, root: Schema, random: Random): Mutation | undefined {
  const sites = sitesOf(text, root);
  if (sites.length === 0) return undefined;
  const subject = { text, sites, root, random };
  for (let attempt = 0; attempt < 20; attempt++) {
    const [kind, operator] = random.pick(WEIGHTED);
    const mutated = applyEdits(text, [operator(subject) ?? []].flat());
    if (mutated !== text) return { kind, text: mutated };
  }
  return undefined;
}

/** The text with edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result;
}

const OPERATORS: Readonly<Record<string, readonly [number, Operator]>> = {
  'value of its pool': [30, valueOfPool],
  'value tweaked': [15, valueTweaked],
  'value of anything': [10, valueOfAnything],
  'value of the schema': [5, valueOfSchema],
  shape: [8, shape],
  quotes: [3, quotes],
  'key typo': [10, keyTypo],
  'key removed': [3, keyRemoved],
  'key oddity': [2, keyOddity],
  'add known': [12, addKnown],
  'add foreign': [6, addForeign],
  'add removed': [2, addRemoved],
  remove: [5, remove],
  duplicate: [4, duplicate],
  move: [4, move],
  'broken yaml': [12, brokenYaml],
  anchors: [2, anchors],
  merge: [2, merge],
  'other type': [2, otherType],
  combination: [10, combination],
};

const WEIGHTED: readonly (readonly [string, Operator])[] = Object.entries(OPERATORS).flatMap(
  ([kind, [weight, operator]]) => Array<[string, Operator]>(weight).fill([kind, operator]),
);
