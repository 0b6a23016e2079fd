import { property } from '../property';

/** Says what is wrong with a value, worded to follow its name; undefined if nothing is wrong. */
export type Shape = (value: unknown) => string | undefined;

/** Maximum length of a URI: more than any path of a system has. */
export const LONGEST_URI = 32_768;

/** A text of at most `most` characters. */
export function text(most = Infinity): Shape {
  return (value) => {
    if (typeof value !== 'string') return 'is no text';
    return value.length > most ? `has more than ${String(most)} characters` : undefined;
  };
}

/** Accepts any number. */
export const number: Shape = (value) => (typeof value === 'number' ? undefined : 'is no number');

/** A list of at most `most` items; the items of a longer one are not checked. */
export function list(item: Shape, most = Infinity): Shape {
  return (value) => {
    if (!Array.isArray(value)) return 'is no list';
    if (value.length > most) return `has more than ${String(most)} items`;
    for (const one of value) {
      const wrong = item(one);
      if (wrong !== undefined) return `has an item that ${wrong}`;
    }
    return undefined;
  };
}

/** An object with the fields named; others do not matter. Clients in Lua send an empty list for an object without any. */
export function record(fields: Readonly<Record<string, Shape>>): Shape {
  const shapes = Object.entries(fields);
  return (value) => {
    if (typeof value !== 'object' || value === null) return 'is no object';
    for (const [name, shape] of shapes) {
      const wrong = shape(property(value, name));
      if (wrong !== undefined) return `has a \`${name}\` that ${wrong}`;
    }
    return undefined;
  };
}

/** The same, or absent. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined || value === null ? undefined : shape(value));
}
