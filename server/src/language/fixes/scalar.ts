import { closest } from '../spelling';
import { span } from '../span';
import { textAs } from './edit';
import { targetOf } from './locate';
import { textData, type Maker } from './maker';
import { styleOf } from './style';

/** Puts what YAML reads as something else in quotes. */
export const inQuotes: Maker = ({ analysis: { tree }, problem: { span: at } }) => {
  const source = tree.text.slice(at.start, at.end);
  const { quote } = styleOf(tree);
  if (source === '' || source.includes('\n') || source.includes(quote)) return [];
  return [{ title: 'Put it in quotes', edits: [{ span: at, newText: quote + source + quote }] }];
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

/** Takes out a tag, with the space behind it. */
export const removeTag: Maker = ({ analysis: { tree }, problem: { span: at } }) => {
  const spaces = /^[ ]*/.exec(tree.text.slice(at.end))?.[0].length ?? 0;
  return [
    { title: 'Remove the tag', edits: [{ span: span(at.start, at.end + spaces), newText: '' }] },
  ];
};

/** The same text in lower case, which is the only case that words of dstack have. */
export const lowerCase: Maker = ({ analysis: { tree }, steps }) => {
  const step = steps.at(-1);
  const node = step && targetOf(step);
  if (node?.kind !== 'scalar' || node.text === node.text.toLowerCase()) return [];
  const newText = textAs(node.text.toLowerCase(), tree, { style: node.style, flow: false });
  return [
    {
      title: `Change to \`${node.text.toLowerCase()}\``,
      edits: [{ span: node.span, newText }],
      safe: true,
    },
  ];
};

/** An upper end for a range that has none. */
export const closeRange: Maker = ({ analysis: { tree }, steps }) => {
  const step = steps.at(-1);
  const node = step && targetOf(step);
  const [, low] = node?.kind === 'scalar' ? (/^([0-9]+)\.\.$/.exec(node.text) ?? []) : [];
  if (node?.kind !== 'scalar' || low === undefined) return [];
  const text = `${low}..${String(Math.max(1, Number(low)) * 2)}`;
  const newText = textAs(text, tree, { style: node.style, flow: false });
  return [{ title: `Change to \`${text}\``, edits: [{ span: node.span, newText }] }];
};
