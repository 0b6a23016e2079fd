import type { Catalogue } from '../../catalogue';
import { vendorOf } from '../../catalogue/accelerators';
import { allowsType, typesOf, type Schema } from '../../schema/schema';
import { parseShorthand, type ShorthandName } from '../../shorthand';
import type { GpuSpec } from '../../shorthand/gpu';
import { resolveScalar } from '../../yaml/scalar';
import { formsOf } from '../../meaning/value-kinds';
import { listedValues } from './listed';
import { isAccepted, isPossible } from './possible';

/** Grammars so strict that a text that they accept can be meant as it is. All others accept nearly any text. */
const STRICT: ReadonlySet<ShorthandName> = new Set([
  ...(['compute-capability', 'compute-capability-number', 'cpu', 'cpu-arch', 'cron'] as const),
  ...(['disk', 'duration', 'fleet-nodes', 'gpu-vendor', 'idle-duration'] as const),
  ...(['inactivity-duration', 'integer-range', 'memory', 'memory-range', 'mount-point'] as const),
  ...(['off-duration', 'port-mapping', 'python-version', 'router-type', 'service-port'] as const),
]);

/**
 * Whether a text is finished in the eyes of who typed it, so that Enter after it must leave it as it is. Where any text
 * is possible that is always so, except that the beginning of a known name is no name.
 *
 * @param offered the labels that are offered beside it
 */
export function isComplete(
  schema: Schema,
  typed: string,
  offered: readonly string[],
  catalogue: Catalogue,
): boolean {
  if (!formsOf(schema).includes('scalar'))
    return schema.items !== undefined && isComplete(schema.items, typed, offered, catalogue);
  if (listedValues(schema).some(({ text }) => text === typed)) return true;
  if (isBoolean(schema, typed)) return true;
  const { shorthand } = schema;
  if (shorthand === 'gpu') return isGpu(typed, offered, catalogue);
  if (shorthand && STRICT.has(shorthand)) return isAccepted(schema, typed);
  if (schema.enum ?? schema.const) return false;
  if (isName(schema)) return offered.includes(typed) || !goesOn(typed, offered);
  return shorthand !== undefined || allowsType(schema, 'string') || isPossible(schema, typed);
}

/** Whether one of the texts begins with what is typed, in any letter case, and is longer. */
export function goesOn(typed: string, texts: readonly string[]): boolean {
  return texts.some((text) => startsWith(text, typed));
}

/** Whether a text begins with what is typed, in any letter case, and is longer. */
export function startsWith(text: string, typed: string): boolean {
  return text.length > typed.length && text.toLowerCase().startsWith(typed.toLowerCase());
}

function isBoolean(schema: Schema, typed: string): boolean {
  return typesOf(schema).includes('boolean') && resolveScalar(typed, 'plain').type === 'bool';
}

/** The name of something that the catalogue or the workspace knows; of an image or a user any is possible. */
export function isName({ catalogue, refersTo, shorthand }: Schema): boolean {
  if (shorthand && STRICT.has(shorthand)) return false;
  return refersTo !== undefined || (catalogue !== undefined && !FREE_CATALOGUES.has(catalogue));
}

const FREE_CATALOGUES: ReadonlySet<string> = new Set(['images', 'users']);

/** Of a GPU the names must be known, or be ones that nothing known goes on from. */
function isGpu(typed: string, offered: readonly string[], catalogue: Catalogue): boolean {
  const parsed = parseShorthand('gpu', { type: 'str', value: typed });
  if (!parsed.ok) return false;
  const { name: names = [] } = (parsed.value ?? {}) as GpuSpec;
  return names.every((name) => vendorOf(catalogue, name) !== undefined) || !goesOn(typed, offered);
}
