/**
 * The own property `name` of a record. Names come from files, and `record[name]` would find `constructor`,
 * `hasOwnProperty` and everything else that objects inherit; ESLint reports it (tools/lint-lookup.mjs).
 */
export function lookup<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): T | undefined {
  // eslint-disable-next-line house/lookup-by-text -- the one place that has looked before
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** A record of names from a file; of two with the same name the last counts. It inherits nothing. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record = Object.create(null) as Record<string, T>;
  // eslint-disable-next-line house/lookup-by-text -- without a prototype, `__proto__` is a name like any other
  for (const [name, value] of entries) record[name] = value;
  return record;
}

/** The names of a record that has no others than its type tells: one that we have written ourselves. */
export function namesIn<T extends object>(record: T): readonly (keyof T & string)[] {
  return Object.keys(record) as (keyof T & string)[];
}

/** Whether a value is a mapping, other than a list or null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. Unlike `Array.isArray` it knows lists that are read only. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A record without the properties that are undefined. */
export function defined<T extends object>(
  record: T,
): { readonly [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as ReturnType<typeof defined<T>>;
}
