import { isRecord, lookup } from '../language/base/lookup';

/** What is wrong with the input of a tool, for the agent. */
export class InputError extends Error {}

/** A text of the input of a tool; undefined if it is absent. Throws an `InputError` for anything else. */
export function textOf(input: unknown, key: string): string | undefined {
  const value = isRecord(input) ? lookup(input, key) : undefined;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new InputError(`\`${key}\` must be a text.`);
  return value;
}
