import type { Catalogue } from '../../catalogue';
import { allowsType, typesOf, type Schema } from '../../schema/schema';
import { SHORTHANDS } from '../../shorthand';
import { resolveScalar } from '../../yaml/scalar';
import { formsOf } from '../../meaning/value-kinds';
import { listedValues } from './listed';
import { isAccepted, isPossible } from './possible';
import { FINISHED } from './shorthand';
import { goesOn } from './shorthand/completer';

/**
 * Whether the user may consider a text finished, so Enter after it must not change it. If any text is valid, this is
 * always true, except for the beginning of a known name.
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
  return [typed, turned(typed)].some((text) => isWhole(schema, text, offered, catalogue));
}

/** A text with the ends of its first range changed over: `4..1` is a mistake, not the beginning of `4..16`. */
function turned(text: string): string {
  const dots = text.indexOf('..');
  if (dots < 0) return text;
  const start = Math.max(text.lastIndexOf(':', dots), text.lastIndexOf(',', dots)) + 1;
  const [high = ''] = text.slice(dots + 2).split(/[:,]/, 1);
  const end = dots + 2 + high.length;
  return `${text.slice(0, start)}${high}..${text.slice(start, dots)}${text.slice(end)}`;
}

function isWhole(
  schema: Schema,
  typed: string,
  offered: readonly string[],
  catalogue: Catalogue,
): boolean {
  if (listedValues(schema).some(({ text }) => text === typed)) return true;
  if (isBoolean(schema, typed)) return true;
  const { shorthand } = schema;
  const isFinished = shorthand && FINISHED[shorthand];
  if (isFinished) return isFinished(typed, offered, catalogue);
  if (shorthand && SHORTHANDS[shorthand].strict) return isAccepted(schema, typed);
  if (schema.enum ?? schema.const) return false;
  if (isName(schema)) return offered.includes(typed) || !goesOn(typed, offered);
  return shorthand !== undefined || allowsType(schema, 'string') || isPossible(schema, typed);
}

function isBoolean(schema: Schema, typed: string): boolean {
  return typesOf(schema).includes('boolean') && resolveScalar(typed, 'plain').type === 'bool';
}

/** The name of something that the catalogue or the workspace knows; any image or user is valid. */
export function isName({ catalogue, refersTo, shorthand }: Schema): boolean {
  if (shorthand && SHORTHANDS[shorthand].strict) return false;
  return refersTo !== undefined || (catalogue !== undefined && !FREE_CATALOGUES.has(catalogue));
}

const FREE_CATALOGUES: ReadonlySet<string> = new Set(['images', 'users']);
