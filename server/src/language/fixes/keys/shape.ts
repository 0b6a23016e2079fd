import { allowsType, typesOf, type Schema } from '../../schema/schema';
import { isEmptyScalar, resolveAlias, type Pair } from '../../yaml/node';
import { replaceValue, singleQuoted } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';

/**
 * The edit that gives the value of a property the shape of the schema, if only brackets must change: around a single
 * item, or around the only item. Undefined if the value fits or no such edit helps.
 */
export function asShapeOf(pair: Pair, schema: Schema): Edit | undefined {
  const value = resolveAlias(pair.value);
  if (value !== pair.value || isEmptyScalar(value)) return undefined;
  const wantsList = allowsType(schema, 'array');
  const wantsOther = ['string', 'integer', 'number', 'boolean', 'object'] as const;
  const takesScalar = wantsOther.some((type) => allowsType(schema, type)) && !isListOnly(schema);
  if (value.kind === 'scalar' && wantsList && !takesScalar) {
    // A text is not a mapping inside brackets either.
    const { items } = schema;
    if (items && !items.shorthand && typesOf(items).join() === 'object') return undefined;
    if (value.style === 'literal' || value.style === 'folded') return undefined;
    return { span: value.span, newText: `[${pairText(pair, value.text)}]` };
  }
  const [only, ...others] = value.kind === 'sequence' ? value.items : [];
  if (only?.kind !== 'scalar' || others.length > 0 || wantsList) return undefined;
  const text = only.style === 'plain' ? only.text : JSON.stringify(only.text);
  // Between a list and the key above it there is no other text.
  const isBelow = value.kind === 'sequence' && !value.flow && pair.colon !== undefined;
  return isBelow
    ? { span: { start: pair.colon + 1, end: value.span.end }, newText: ` ${text}` }
    : replaceValue(pair, text);
}

function isListOnly({ type, shorthand }: Schema): boolean {
  const types = (typeof type === 'string' ? [type] : (type ?? [])).filter((one) => one !== 'null');
  return types.join() === 'array' && shorthand === undefined;
}

/** A scalar as the item of a list in brackets: in quotes if a comma or a bracket would divide it. */
function pairText({ value }: Pair, text: string): string {
  const node = resolveAlias(value);
  if (node.kind !== 'scalar') return text;
  if (node.style === 'single') return singleQuoted(text);
  return node.style === 'plain' && !/[,[\]{}]/.test(text) ? text : JSON.stringify(text);
}
