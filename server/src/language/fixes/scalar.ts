import { closest } from '../base/spelling';
import { parseShorthand } from '../shorthand';
import { span } from '../base/span';
import type { ScalarNode } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { sourceInQuotes, textAs } from '../edit/rewrite';
import { lastPair, scalarAt } from '../edit/locate';
import { textData, type Candidate, type Maker } from './maker';
import { styleOf } from '../edit/layout';

/** Puts what YAML reads as something else in quotes. */
export const inQuotes: Maker = ({ analysis: { tree }, problem: { span: at } }) => {
  const source = tree.text.slice(at.start, at.end);
  const { quote } = styleOf(tree);
  if (source === '' || source.includes('\n') || source.includes(quote)) return [];
  return [{ title: 'Put it in quotes', edits: [{ span: at, newText: quote + source + quote }] }];
};

/** Quotes around a switch or a date that is right as a text as it is written, or in lower case. */
export const asText: Maker = ({ analysis: { tree, bound }, steps }) => {
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

/** A name of an anchor that there is, else quotes around what is text. */
export const fixUnknownAlias: Maker = (context) => {
  const { analysis, problem } = context;
  const name = textData(problem, 'name') ?? '';
  const anchors = [...analysis.tree.text.matchAll(/(?<=^|\s)&([^\s,[\]{}]{1,100})/gm)].map(
    ([, anchor = '']) => anchor,
  );
  const [likely] = closest(name, anchors);
  const rename = {
    title: `Change to \`*${likely ?? ''}\``,
    edits: [{ span: problem.span, newText: `*${likely ?? ''}` }],
  };
  return [...(likely === undefined ? [] : [rename]), ...inQuotes(context)];
};

/** Quotes around a command that begins with `!`; else removes the tag and the space after it. */
export const removeTag: Maker = ({ analysis: { tree, bound }, problem: { span: at }, steps }) => {
  const { text, lines } = tree;
  const spaces = /^[ ]*/.exec(text.slice(at.end))?.[0].length ?? 0;
  const remove = {
    title: 'Remove the tag',
    edits: [{ span: span(at.start, at.end + spaces), newText: '' }],
  };
  const pair = lastPair(steps)?.pair;
  const items = pair && bound.propertyOf(pair)?.items;
  const start = lines.start(lines.position(at.start).line);
  const isItem = /^\s*- +$/.test(text.slice(start, at.start));
  if (!items || items.shorthand || !isItem || text.startsWith('!!', at.start)) return [remove];
  const line = text.slice(at.start, lines.end(lines.position(at.start).line));
  const comment = line.search(/\s#/);
  const source = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  const quoted = {
    span: span(at.start, at.start + source.length),
    newText: sourceInQuotes(source),
  };
  return [{ title: 'Put it in quotes', edits: [quoted] }, remove];
};

/** The same text in lower case, which is the only case that words of dstack have. */
export const lowerCase: Maker = ({ analysis: { tree }, steps }) => {
  const node = scalarAt(steps);
  if (!node || node.text === node.text.toLowerCase()) return [];
  return [{ ...changeTo(node.text.toLowerCase(), node, tree) }];
};

/** The quote of a shell that is never closed, at the end of the text. */
export const closeShellQuote: Maker = ({ analysis: { tree }, problem, steps }) => {
  const node = scalarAt(steps);
  const quote = tree.text.charAt(problem.span.start);
  if (!node || !/["']/.test(quote) || node.textStart === undefined) return [];
  const end = node.textStart + node.text.length;
  return [
    { title: `Add the missing \`${quote}\``, edits: [{ span: span(end, end), newText: quote }] },
  ];
};

/** The last possible index in the place of one that is too large. */
export const lastIndex: Maker = ({ analysis: { tree }, problem: { span: at, data } }) => {
  const limit = data?.['limit'];
  const source = tree.text.slice(at.start, at.end);
  const last = [...source.matchAll(/[0-9]+/g)].at(-1);
  if (typeof limit !== 'number' || limit < 0 || !last) return [];
  const newText =
    source.slice(0, last.index) + String(limit) + source.slice(last.index + last[0].length);
  return [{ title: `Change to \`${newText}\``, edits: [{ span: at, newText }] }];
};

/** A range of replicas that begins with one instead of zero. */
export const fromOne: Maker = ({ analysis: { tree }, steps }) => {
  const node = scalarAt(steps);
  if (!node || !/^0(?:\.\.|$)/.test(node.text)) return [];
  return [changeTo(node.text.replace(/^0/, '1'), node, tree)];
};

/** An upper end for a range that has none. */
export const closeRange: Maker = ({ analysis: { tree }, steps }) => {
  const node = scalarAt(steps);
  const [, low] = /^([0-9]+)\.\.$/.exec(node?.text ?? '') ?? [];
  if (!node || low === undefined) return [];
  const text = `${low}..${String(Math.max(1, Number(low)) * 2)}`;
  return [changeTo(text, node, tree)];
};

/** Another text in the place of a scalar, in its quotes. */
function changeTo(text: string, node: ScalarNode, tree: Tree): Candidate {
  const newText = textAs(text, tree, { style: node.style, flow: false });
  return { title: `Change to \`${text}\``, edits: [{ span: node.span, newText }] };
}
