import { coerce } from '../coerce/coerce';
import { textAs } from '../edit/rewrite';
import { isRecord } from '../base/lookup';
import { hasComment, targetOf } from '../edit/locate';
import { SHORTHANDS, type ShorthandName } from '../shorthand';
import type { Written } from '../shorthand/grammar/write';
import { nameOf, schemaAt, valueOf, type RefactoringProvider } from './refactoring';
import { hasMistake, spanOfValue } from './source';
import { t } from '../l10n/text';

/** `name: A100`, `count: 2` to `A100:2`: the innermost mapping around the cursor that has a short form. */
export const shortForm: RefactoringProvider = ({ analysis, steps }) => {
  const { tree } = analysis;
  const step = [...steps].reverse().find((one) => {
    const { shorthand, properties } = schemaAt(analysis, one) ?? {};
    return shorthand && properties && targetOf(one).kind === 'mapping';
  });
  const schema = step && schemaAt(analysis, step);
  if (!step || !schema?.shorthand) return [];
  const value = valueOf(step);
  const at = spanOfValue(tree, step);
  const isMarked = value.anchor !== undefined || value.tag !== undefined;
  if (value.kind !== 'mapping' || isMarked || hasComment(tree, at)) return [];
  if (hasMistake(analysis, at)) return [];
  const short = shortFormOf(schema.shorthand, coerce(value, schema).value);
  if (short === undefined) return [];
  const isInFlow = step.kind === 'pair' ? step.mapping.flow : step.list.flow;
  const written =
    typeof short === 'string'
      ? textAs(short, tree, { style: 'plain', flow: isInFlow })
      : String(short);
  const newText = step.kind === 'pair' ? ` ${written}` : written;
  const name = nameOf(step);
  const title =
    name === undefined ? t('Write this entry as shorthand') : t('Write `{0}` as shorthand', name);
  return [{ title, kind: 'rewrite', edits: [{ span: at, newText }] }];
};

function shortFormOf(name: ShorthandName, value: unknown): Written {
  return isRecord(value) && !hasUnreadable(value) ? SHORTHANDS[name].write?.(value) : undefined;
}

function hasUnreadable(value: unknown): boolean {
  if (typeof value === 'symbol') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnreadable);
}
