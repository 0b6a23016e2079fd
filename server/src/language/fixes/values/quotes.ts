import { span, type Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import type { Edit } from '../../edit/edit';
import { parseShorthand } from '../../shorthand';
import { scalarAt } from '../../edit/locate';
import { styleOf } from '../../edit/layout';
import type { FixProvider } from '../fix-provider';
import { t } from '../../l10n/text';

/** Puts a text that YAML reads as another type in quotes. */
export const inQuotes: FixProvider = ({ analysis: { tree }, problem: { span: at } }) => {
  const source = tree.text.slice(at.start, at.end);
  if (source === '' || source.includes('\n') || source.includes(styleOf(tree).quote)) return [];
  return [{ title: t('Put it in quotes'), edits: [quote(source, at, tree)] }];
};

/** Quotes around a boolean or a date that is a valid text as it is written, or in lower case. */
export const asText: FixProvider = ({ analysis: { tree, bound }, steps }) => {
  const node = scalarAt(steps);
  const { shorthand } = (node && bound.schemaOf(node)) ?? {};
  if (node?.style !== 'plain' || node.value.type === 'str' || !shorthand) return [];
  const text = [node.text, node.text.toLowerCase()].find(
    (value) => parseShorthand(shorthand, { type: 'str', value }).ok,
  );
  if (text === undefined) return [];
  const edit = quote(text, node.span, tree);
  const title = text === node.text ? t('Put it in quotes') : t('Change to `{0}`', edit.newText);
  return [{ title, edits: [edit] }];
};

/** Puts a text that needs no escapes in the quotes that the file uses. */
export function quote(text: string, at: Span, tree: Tree): Edit {
  const { quote: mark } = styleOf(tree);
  return { span: at, newText: mark + text + mark };
}

/** The quote of a shell that is never closed, at the end of the text. */
export const closeShellQuote: FixProvider = ({ analysis: { tree }, problem, steps }) => {
  const node = scalarAt(steps);
  const quote = tree.text.charAt(problem.span.start);
  if (!node || !/["']/.test(quote) || node.textStart === undefined) return [];
  const end = node.textStart + node.text.length;
  return [
    { title: t('Add the missing `{0}`', quote), edits: [{ span: span(end, end), newText: quote }] },
  ];
};
