import type { Form } from '../forms';
import counts from './usage.json';

/** How often something occurs at a place such as `task/resources`, by name. Written by scripts/usage.mjs. */
type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

const { properties, values, openValues } = counts as Readonly<
  Record<'properties' | 'values' | 'openValues', Table>
>;

/** How often real files write the property `name` of the mapping at `place` in this form. */
export function propertyUsage(place: string, name: string, form: Form): number {
  return properties[place]?.[`${name} ${form}`] ?? 0;
}

/** How often real files write one of the listed values at `place`. */
export function valueUsage(place: string, value: string): number {
  return values[place]?.[value] ?? 0;
}

/** What real files write where any value is possible, most frequent first; the type of the file makes no difference. */
export function usualValues(place: string): readonly string[] {
  const counted = openValues[place.split('/').slice(1).slice(-2).join('/')] ?? {};
  return Object.entries(counted)
    .sort(([, a], [, b]) => b - a)
    .map(([text]) => text);
}
