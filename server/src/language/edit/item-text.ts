import { span } from '../base/span';
import type { MappingNode, Pair } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { endOf, textAs } from './rewrite';
import type { Edit } from './edit';
import { hasComment } from './locate';

/** The edits that put a text in the place of a mapping in a list; comments after its properties stay. */
export function itemAsText(tree: Tree, mapping: MappingNode, text: string): readonly Edit[] {
  const isNumber = /^[1-9][0-9]*$/.test(text);
  const newText = isNumber ? text : textAs(text, tree, { style: 'plain', flow: mapping.flow });
  return itemAsSource(tree, mapping, newText);
}

/** The same with the source of a value of one line. */
export function itemAsSource(tree: Tree, mapping: MappingNode, newText: string): readonly Edit[] {
  if (mapping.flow) return [{ span: mapping.span, newText }];
  const [first, ...rest] = mapping.pairs;
  const last = rest.at(-1) ?? first;
  if (!first || !last) return [];
  const all = span(first.key.span.start, pairSpan(last).end);
  if (!hasComment(tree, all)) return [{ span: all, newText }];
  return [
    { span: pairSpan(first), newText },
    ...rest.map((pair) => ({ span: withLineBreak(tree, pair), newText: '' })),
  ];
}

/** A property from its key to the end of its value, or to its colon where it has none. */
export function pairSpan(pair: Pair) {
  return span(pair.key.span.start, endOf(pair));
}

/** A property with the line break before it, unless a comment follows that has to stay on a line of its own. */
function withLineBreak({ text, lines }: Tree, pair: Pair) {
  const { start, end } = pairSpan(pair);
  const { line } = lines.position(end);
  const rest = text.slice(end, lines.end(line));
  const spaces = rest.length - rest.trimStart().length;
  if (rest.trim() !== '') return span(start, end + spaces);
  return span(lines.end(lines.position(start).line - 1), end);
}
