/** A scalar in the notation of a shorthand; undefined if that cannot express all of the value. */
export type Written = string | number | undefined;

/** The parts that are there, with `:` between them, unless there is `more` in the value. */
export function joined(parts: readonly (Written | null)[], more: object): Written {
  const set = parts.filter((part) => part !== undefined && part !== null);
  if (set.length === 0 || Object.values(more).some((value) => value !== null)) return undefined;
  return set.length === 1 ? set[0] : set.map(String).join(':');
}

/** A number as part of a text: JavaScript writes those of 22 digits and more as `1e+21`. */
export function digits(number: number): string {
  return String(Number.isInteger(number) ? BigInt(number) : number);
}
