import type { Form } from '../forms';
import counts from './usage.json';

/** How often something occurs at a place such as `task/resources`, by name. Written by scripts/usage.mjs. */
type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

const { properties, values } = counts as { readonly properties: Table; readonly values: Table };

/** How often real files write the property `name` of the mapping at `place` in this form. */
export function propertyUsage(place: string, name: string, form: Form): number {
  return properties[place]?.[`${name} ${form}`] ?? 0;
}

/** How often real files write one of the listed values at `place`. */
export function valueUsage(place: string, value: string): number {
  return values[place]?.[value] ?? 0;
}
