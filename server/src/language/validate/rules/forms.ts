import { problem, type Problem } from '../../problem/problem';
import { effectivePairs, keyText } from '../../yaml/node';
import { conflict, listed } from './conflict';
import type { View } from './view';

/** One of several ways to write a mapping that no tag tells apart: the keys that it needs and those that it may have. */
export interface Form {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/**
 * What is wrong with a mapping that must have one of the `forms`: two keys that no form has together, or a key
 * that is missing. Mirrors how pydantic checks a union of models that forbid extra fields.
 *
 * @param what how messages call the mapping: "an instance"
 */
export function formProblem(view: View, forms: readonly Form[], what: string): Problem | undefined {
  if (view.hasUnsureKeys()) return undefined;
  const keys = effectivePairs(view.node).flatMap((pair) => keyText(pair) ?? []);
  for (const [index, key] of keys.entries()) {
    const other = keys.slice(0, index).find((earlier) => !goTogether(earlier, key, forms));
    if (other !== undefined) {
      const message = `\`${key}\` and \`${other}\` are mutually exclusive: ${what} has one of them.`;
      return conflict(view, key, other, message);
    }
  }
  return missingProblem(view, keys, forms, what);
}

function missingProblem(
  view: View,
  keys: readonly string[],
  forms: readonly Form[],
  what: string,
): Problem | undefined {
  const fitting = forms.filter((form) => keys.every((key) => keysOf(form).includes(key)));
  const missing = fitting.map(({ required }) => required.filter((key) => !keys.includes(key)));
  const [first] = missing;
  const key = first?.[0];
  if (key === undefined || missing.some((absent) => absent.length === 0)) return undefined;
  const wanted = missing.map(listed).join(' or ');
  const it = missing.length > 1 ? 'one of them' : 'it';
  return problem('missing-key', view.headSpan(), `${wanted} is missing: ${what} requires ${it}.`, {
    data: { key, values: missing.flat() },
  });
}

function goTogether(key: string, other: string, forms: readonly Form[]): boolean {
  return forms.some((form) => keysOf(form).includes(key) && keysOf(form).includes(other));
}

function keysOf({ required, optional = [] }: Form): readonly string[] {
  return [...required, ...optional];
}
