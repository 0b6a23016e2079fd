import type { Span } from '../../../base/span';
import type { Run } from '../../../coerce/values';
import { Piece } from '../../../shorthand/grammar/piece';
import {
  effectivePairs,
  keyText,
  resolveAlias,
  textSpan,
  type Node,
  type ScalarNode,
} from '../../../yaml/node';
import type { View } from './view';

/** A text of the file, or the relevant part of it. */
export interface Text {
  readonly node: ScalarNode;
  readonly piece: Piece;
}

/** The text of a scalar; undefined if it is not a text. */
export function textOf(source: Node): Text | undefined {
  const node = resolveAlias(source);
  if (node.kind !== 'scalar' || node.value.type !== 'str') return undefined;
  return { node, piece: Piece.of(node.text) };
}

/** The value of a property, where it has expressions and no problem. */
export function textAt<T extends object>(view: View<T>, key: keyof T & string): readonly Text[] {
  const node = view.valueNode(key);
  return node ? withExpressions(node, view.value(key)) : [];
}

/** The items of a list of texts, where they have expressions and no problem. */
export function textsOf<T extends object>(view: View<T>, key: keyof T & string): readonly Text[] {
  return view.items(key).flatMap(({ node, value }) => withExpressions(node, value));
}

function withExpressions(node: Node, value: unknown): readonly Text[] {
  const text = typeof value === 'string' && value.includes('${{') ? textOf(node) : undefined;
  return text ? [text] : [];
}

/** The values of `env`, in either form. */
export function envValues(run: View<Run>): readonly Text[] {
  const listed = textsOf(run, 'env').flatMap(({ node, piece }): Text | [] => {
    const equals = piece.text.indexOf('=');
    return equals < 0 ? [] : { node, piece: piece.slice(equals + 1) };
  });
  const mapping = run.view('env');
  if (!mapping) return listed;
  return effectivePairs(mapping.node).flatMap((pair) => textAt(mapping, keyText(pair) ?? ''));
}

/** The names of the variables in `env`, in either form; undefined if some are unknown. */
export function envNames(run: View<Run>): readonly string[] | undefined {
  if (run.isUnsure('env')) return undefined;
  const mapping = run.view('env');
  if (mapping) return effectivePairs(mapping.node).flatMap((pair) => keyText(pair) ?? []);
  return run.items('env').flatMap(({ value }) => value?.split('=', 1)[0] ?? []);
}

/** Where a piece of the text is in the file. */
export function placeOf({ node }: Text, piece: Piece): Span {
  return textSpan(node, piece.start, piece.end);
}
