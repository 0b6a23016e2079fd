import { span } from '../../base/span';
import { parseShorthand } from '../../shorthand';
import { scalarAt } from '../../edit/locate';
import { styleOf } from '../../edit/layout';
import type { FixProvider } from '../fix-provider';

/** Puts what YAML reads as something else in quotes. */
export const inQuotes: FixProvider = ({ analysis: { tree }, problem: { span: at } }) => {
  const source = tree.text.slice(at.start, at.end);
  const { quote } = styleOf(tree);
  if (source === '' || source.includes('\n') || source.includes(quote)) return [];
  return [{ title: 'Put it in quotes', edits: [{ span: at, newText: quote + source + quote }] }];
};

/** Quotes around a switch or a date that is right as a text as it is written, or in lower case. */
export const asText: FixProvider = ({ analysis: { tree, bound }, steps }) => {
  const node = scalarAt(steps);
  const { shorthand } = (node && bound.schemaOf(node)) ?? {};
  if (node?.style !== 'plain' || node.value.type === 'str' || !shorthand) return [];
  const text = [node.text, node.text.toLowerCase()].find(
    (value) => parseShorthand(shorthand, { type: 'str', value }).ok,
  );
  if (text === undefined) return [];
  const { quote } = styleOf(tree);
  const newText = quote + text + quote;
  const title = text === node.text ? 'Put it in quotes' : `Change to \`${newText}\``;
  return [{ title, edits: [{ span: node.span, newText }] }];
};

/** The quote of a shell that is never closed, at the end of the text. */
export const closeShellQuote: FixProvider = ({ analysis: { tree }, problem, steps }) => {
  const node = scalarAt(steps);
  const quote = tree.text.charAt(problem.span.start);
  if (!node || !/["']/.test(quote) || node.textStart === undefined) return [];
  const end = node.textStart + node.text.length;
  return [
    { title: `Add the missing \`${quote}\``, edits: [{ span: span(end, end), newText: quote }] },
  ];
};
