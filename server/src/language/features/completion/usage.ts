import { lookup } from '../../base/lookup';
import type { Form } from '../../meaning/value-kinds';
import counts from './usage.json';

/** How often something occurs at a place such as `task/resources`, by name. Written by tools/usage.mjs. */
type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

const { properties, followers, values, openValues } = counts as Readonly<
  Record<'properties' | 'followers' | 'values' | 'openValues', Table>
>;

const FORMS: readonly Form[] = ['scalar', 'list', 'mapping'];

/** Weight of how often a property directly follows another one, relative to how often it is used at all. */
const WEIGHT = 20;

/** Number of usual values that come before the others, which are easier to find in an order of their own. */
export const MOST_USUAL = 3;

/** How usual a property is in one of its forms: higher means more usual; 0 if real files do not have it. */
export type PropertyUsage = (name: string, form: Form) => number;

/** How usual the properties of the mapping at `place` are after the property `previous`, or at its beginning. */
export function usageAfter(place: string, previous = ''): PropertyUsage {
  const written = lookup(properties, place) ?? {};
  const following = lookup(followers, `${place}/${previous}`) ?? {};
  return (name, form) => {
    const times = lookup(written, `${name} ${form}`) ?? 0;
    const all = FORMS.reduce((sum, one) => sum + (lookup(written, `${name} ${one}`) ?? 0), 0);
    return times === 0 ? 0 : times + WEIGHT * (lookup(following, name) ?? 0) * (times / all);
  };
}

/** The forms in which real files write each property, at any place. */
const WRITTEN = new Map<string, Set<string>>();
for (const written of Object.values(properties).flatMap((table) => Object.keys(table))) {
  const [name = '', form = ''] = written.split(' ');
  WRITTEN.set(name, (WRITTEN.get(name) ?? new Set()).add(form));
}

/** Whether real files write a property in this form; true for a property that no real file has. */
export function isWritten(name: string, form: Form): boolean {
  return WRITTEN.get(name)?.has(form) ?? true;
}

/** How often real files write one of the listed values at `place`. */
export function valueUsage(place: string, value: string): number {
  return lookup(lookup(values, place), value) ?? 0;
}

/**
 * Values in real files for properties that accept any value, most frequent first; the type of the file makes no
 * difference.
 */
export function usualValues(place: string): readonly string[] {
  const counted = lookup(openValues, place.split('/').slice(1).slice(-2).join('/')) ?? {};
  return Object.entries(counted)
    .sort(([, a], [, b]) => b - a)
    .map(([text]) => text);
}
