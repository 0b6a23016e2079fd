import { listOfNames } from '../../../base/words';
import { problem, type Problem } from '../../../problem/problem';
import { effectivePairs, keyText } from '../../../yaml/node';
import { conflict } from './conflict';
import type { View } from './view';

/** One of several ways to write a mapping without a tag that distinguishes them: the required and the optional keys. */
interface Form {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
}

/** A mapping that must have one of several forms. */
export interface Forms {
  /** The name of the mapping in messages: "an instance". */
  readonly what: string;
  readonly forms: readonly Form[];
}

/** By its name, its host name, or its fleet and number. Mirrors the union `InstanceSelector` of core/models/profiles.py. */
export const INSTANCE: Forms = {
  what: 'an instance',
  forms: [{ required: ['name'] }, { required: ['hostname'] }, { required: ['fleet', 'instance'] }],
};

/** A network volume or a folder of the instance. Mirrors the union `MountPoint` of core/models/volumes.py. */
export const MOUNT: Forms = {
  what: 'a volume mount',
  forms: [
    { required: ['name', 'path'] },
    { required: ['instance_path', 'path'], optional: ['optional'] },
  ],
};

/** Mirrors the union `PresetModelSpec` of core/models/configurations.py. */
export const PRESET_MODEL: Forms = {
  what: '`model`',
  forms: [{ required: ['repo'], optional: ['name'] }, { required: ['base'] }],
};

/**
 * The problem that a mapping has two keys that no form has together; undefined where there are none.
 * Mirrors how pydantic checks a union of models that forbid extra fields.
 */
export function mixedForms(view: View, { forms, what }: Forms): Problem | undefined {
  if (view.hasUnsureKeys()) return undefined;
  const keys = keysIn(view);
  for (const [index, key] of keys.entries()) {
    const other = keys.slice(0, index).find((earlier) => !goTogether(earlier, key, forms));
    if (other === undefined) continue;
    const message = `\`${key}\` and \`${other}\` are mutually exclusive: ${what} has one of them.`;
    return conflict(view, key, other, message);
  }
  return undefined;
}

/** The problem that a mapping lacks a key of the forms that it can have; undefined if one of the forms is complete. */
export function incompleteForm(view: View, { forms, what }: Forms): Problem | undefined {
  if (view.hasUnsureKeys()) return undefined;
  const keys = keysIn(view);
  const fitting = forms.filter((form) => keys.every((key) => keysOf(form).includes(key)));
  const missing = fitting.map(({ required }) => required.filter((key) => !keys.includes(key)));
  const [first] = missing;
  const key = first?.[0];
  if (key === undefined || missing.some((absent) => absent.length === 0)) return undefined;
  const wanted = missing.map((absent) => listOfNames(absent)).join(' or ');
  const it = missing.length > 1 ? 'one of them' : 'it';
  return problem('missing-key', view.headSpan(), `${wanted} is missing: ${what} requires ${it}.`, {
    data: { key, values: missing.flat() },
  });
}

function keysIn(view: View): readonly string[] {
  return effectivePairs(view.node).flatMap((pair) => keyText(pair) ?? []);
}

function goTogether(key: string, other: string, forms: readonly Form[]): boolean {
  return forms.some((form) => keysOf(form).includes(key) && keysOf(form).includes(other));
}

function keysOf({ required, optional = [] }: Form): readonly string[] {
  return [...required, ...optional];
}
