import { coerceScalar } from '../../coerce/coerce';
import { allowsType, type Schema } from '../../schema/schema';
import type { ScalarNode } from '../../yaml/node';
import type { Candidate } from '../fix-provider';
import { t } from '../../l10n/text';

/** Characters; a longer text is not a number. */
const LONGEST = 40;

/** A number with a currency or a unit beside it, `$2.50`, `2 USD/h` or `1,5`: the number alone. */
export function asNumber(node: ScalarNode, schema: Schema): Candidate | undefined {
  if (!allowsType(schema, 'number') && !allowsType(schema, 'integer')) return undefined;
  if (node.text.length > LONGEST) return undefined;
  const [, digits] =
    /^\s*(?:[$€£]|usd|eur)?\s*([0-9]+(?:[.,][0-9]+)?)\s*(?:[$€£]|[a-z%][a-z/$]*)?(?:\/\s*\w+)?\s*$/i.exec(
      node.text,
    ) ?? [];
  // A comma before three digits may separate thousands.
  if (digits === undefined || /,[0-9]{3}$/.test(digits)) return undefined;
  const text = digits.replace(',', '.');
  if (text === node.text) return undefined;
  const value = coerceScalar({ type: 'str', value: text }, schema);
  if (typeof value !== 'number') return undefined;
  return { title: t('Change to `{0}`', text), edits: [{ span: node.span, newText: text }] };
}
