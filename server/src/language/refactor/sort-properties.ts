import { columnOf } from '../edit/rewrite';
import { lastPair } from '../edit/locate';
import { styleOf } from '../edit/layout';
import { span, touches } from '../base/span';
import { isMerge, keyText, type MappingNode, type Pair } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import type { RefactoringProvider } from './refactoring';
import { t } from '../l10n/text';

/** Brings the properties beside the cursor into the order of the reference, each with the comments that are its own. */
export const sortProperties: RefactoringProvider = ({ analysis, offset, steps }) => {
  const last = lastPair(steps);
  const properties = last && analysis.bound.schemaOf(last.mapping)?.properties;
  // On a name only: hardly a file is in this order, and the light bulb should not be on everywhere.
  if (!last || !properties || last.mapping.flow || !touches(last.pair.key.span, offset)) return [];
  const { tree } = analysis;
  const names = Object.keys(properties);
  const order = sortedBy(last.mapping.pairs, (pair) => rankOf(pair, names));
  if (order.every((pair, index) => pair === last.mapping.pairs[index])) return [];
  const parts = partsOf(tree, last.mapping);
  if (!parts) return [];
  const start = parts[0]?.start ?? 0;
  const end = parts.at(-1)?.end ?? start;
  const { eol } = styleOf(tree);
  const indent = ' '.repeat(columnOf(tree, last.mapping.span.start));
  const textOf = new Map(last.mapping.pairs.map((pair, index) => [pair, parts[index]?.text ?? '']));
  const texts = order.map((pair) => textOf.get(pair) ?? '');
  const newText = texts
    .map(
      (text, index) =>
        text + (index < texts.length - 1 ? `${eol}${parts[index]?.gap}${indent}` : ''),
    )
    .join('');
  const edits = [{ span: span(start, end), newText }];
  return [{ title: t('Sort properties in reference order'), kind: 'rewrite', edits }];
};

/** What `<<` merges in comes first, what is not known last. */
function rankOf(pair: Pair, names: readonly string[]): number {
  if (isMerge(pair)) return -1;
  const at = names.indexOf(keyText(pair) ?? '');
  return at < 0 ? names.length : at;
}

function sortedBy<T>(items: readonly T[], rank: (item: T) => number): readonly T[] {
  return [...items].sort((a, b) => rank(a) - rank(b));
}

/** A property with its comments; `gap` are the empty lines behind it, which stay where they are. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly gap: string;
}

/** Undefined where two properties share a line. */
function partsOf(tree: Tree, { pairs }: MappingNode): readonly Part[] | undefined {
  const comments = linesOfComments(tree);
  const starts = pairs.map((pair, index) => startOf(tree, pair, index === 0, comments));
  const known = starts.flatMap((start) => start ?? []);
  if (known.length < pairs.length) return undefined;
  return known.map((start, index): Part => {
    const next = known[index + 1];
    const last = pairs[index];
    const limit = next === undefined ? endOfLast(tree, last) : tree.lines.start(lineOf(tree, next));
    const text = tree.text.slice(start, limit).trimEnd();
    const blank = tree.text.slice(start + text.length, limit).replace(/^[ \t]*(?:\r\n|\n|\r)/, '');
    return { start, end: start + text.length, text, gap: blank.replace(/[ \t]+/g, '') };
  });
}

/** Where the property begins with the comments right above it, behind the indentation. */
function startOf(
  tree: Tree,
  { key }: Pair,
  isFirst: boolean,
  comments: ReadonlySet<string>,
): number | undefined {
  const { line, character } = tree.lines.position(key.span.start);
  const before = tree.text.slice(key.span.start - character, key.span.start);
  // The first may stand behind a dash.
  if (before.trim() !== '') return isFirst ? key.span.start : undefined;
  let first = line;
  while (comments.has(`${first - 1} ${character}`)) first--;
  return tree.lines.start(first) + character;
}

/** Line and column of each comment. */
function linesOfComments({ comments, lines }: Tree): ReadonlySet<string> {
  return new Set(
    comments
      .map(({ start }) => lines.position(start))
      .map(({ line, character }) => `${line} ${character}`),
  );
}

function lineOf(tree: Tree, offset: number): number {
  return tree.lines.position(offset).line;
}

/** The end of the line on which the last property ends, with the comment there. */
function endOfLast(tree: Tree, pair: Pair | undefined): number {
  if (!pair) return tree.text.length;
  const start = pair.key.span.start;
  const end = Math.max(pair.key.span.end, pair.value.span.end, (pair.colon ?? 0) + 1);
  const trimmed = start + tree.text.slice(start, end).trimEnd().length;
  return tree.lines.end(lineOf(tree, trimmed));
}
