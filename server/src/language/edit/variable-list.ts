import { span, type Span } from '../base/span';
import type { MappingNode, Pair } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { pairSpan } from './item-text';
import { textAs } from './rewrite';
import type { Edit } from './edit';

/**
 * The edits that make a list of a mapping of variables, line by line, so that comments stay.
 *
 * @param valueOf the text of a variable; null where it has none, undefined where it cannot stand in a list
 */
export function asVariableList(
  tree: Tree,
  { pairs, flow, span: all }: MappingNode,
  valueOf: (pair: Pair) => string | null | undefined,
): readonly Edit[] | undefined {
  const edits = pairs.map((pair): Edit | undefined => {
    const { key } = pair;
    const text = key.kind === 'scalar' ? valueOf(pair) : undefined;
    if (key.kind !== 'scalar' || text === undefined || /[\r\n]/.test(text ?? '')) return undefined;
    const entry = text === null ? key.text : `${key.text}=${text}`;
    const newText = textAs(entry, tree, { style: 'plain', flow });
    return { span: entrySpan(tree, pair), newText: flow ? newText : `- ${newText}` };
  });
  return complete(flow ? [...edits, ...brackets(all, '[', ']')] : edits);
}

/** A property without white space at its end, but in brackets with the spaces after a key without a value. */
function entrySpan({ text }: Tree, pair: Pair): Span {
  const { start, end } = pairSpan(pair);
  const { value } = pair;
  if (value.span.start < value.span.end)
    return span(start, start + text.slice(start, end).trimEnd().length);
  const spaces = /^ *(?=[,}])/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
  return span(start, end + spaces);
}

/** The edits that give a flow collection other brackets. */
export function brackets({ start, end }: Span, open: string, close: string): readonly Edit[] {
  return [
    { span: span(start, start + 1), newText: open },
    { span: span(end - 1, end), newText: close },
  ];
}

/** All of some edits, or undefined where one of them is not possible. */
export function complete(edits: readonly (Edit | undefined)[]): readonly Edit[] | undefined {
  const made = edits.flatMap((edit) => edit ?? []);
  return made.length === edits.length ? made : undefined;
}
