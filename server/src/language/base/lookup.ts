/**
 * What a record holds under a name of its own. Names come from files, and `record[name]` would find `constructor`,
 * `hasOwnProperty` and all else that every object inherits; ESLint reports it (tools/lint-lookup.mjs).
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
