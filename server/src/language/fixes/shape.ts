import { allowsType, type Schema } from '../schema/schema';
import { isEmptyScalar, resolveAlias, type Pair } from '../yaml/node';
import { replaceValue, singleQuoted } from './edit';
import type { Edit } from './fix';

/**
 * The edit that gives the value of a property the shape that the schema wants, where this is one text more or less:
 * brackets around a single item, or the only item without its brackets. Undefined where it fits or no such edit helps.
 */
export function asShapeOf(pair: Pair, schema: Schema): Edit | undefined {
  const value = resolveAlias(pair.value);
  if (value !== pair.value || isEmptyScalar(value)) return undefined;
  const wantsList = allowsType(schema, 'array');
  const wantsOther = ['string', 'integer', 'number', 'boolean', 'object'] as const;
  const takesScalar = wantsOther.some((type) => allowsType(schema, type)) && !isListOnly(schema);
  if (value.kind === 'scalar' && wantsList && !takesScalar) {
    if (value.style === 'literal' || value.style === 'folded') return undefined;
    return { span: value.span, newText: `[${pairText(pair, value.text)}]` };
  }
  const [only, ...others] = value.kind === 'sequence' ? value.items : [];
  if (only?.kind === 'scalar' && others.length === 0 && !wantsList)
    return replaceValue(pair, only.style === 'plain' ? only.text : JSON.stringify(only.text));
  return undefined;
}

function isListOnly({ type, shorthand }: Schema): boolean {
  const types = (typeof type === 'string' ? [type] : (type ?? [])).filter((one) => one !== 'null');
  return types.join() === 'array' && shorthand === undefined;
}

/** A scalar as the item of a list in brackets: in quotes where a comma or a bracket would divide it. */
function pairText({ value }: Pair, text: string): string {
  const node = resolveAlias(value);
  if (node.kind !== 'scalar') return text;
  if (node.style === 'single') return singleQuoted(text);
  return node.style === 'plain' && !/[,[\]{}]/.test(text) ? text : JSON.stringify(text);
}
