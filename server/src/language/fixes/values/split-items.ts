import type { Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { span } from '../../base/span';
import type { Node, ScalarNode } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { isReadAsWritten } from '../../edit/as-written';
import { blockAsItem } from '../../edit/block-item';
import { columnOf, textAs } from '../../edit/rewrite';
import { hasComment, type Step } from '../../edit/locate';
import { UNSURE, type Candidate, type Context } from '../fix-provider';
import { startsWithBullet } from '../yaml/bullets';
import { needsLines } from '../../shell/command-lines';
import { valueAsItems } from '../yaml/missing-dashes';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

type PairStep = Extract<Step, { kind: 'pair' }>;

/** One text in the place of a list: its lines, its parts between commas, or all of it, as items. */
export function splitIntoItems(
  context: Context,
  step: Step,
  node: ScalarNode,
  items: Schema,
): readonly Candidate[] {
  if (step.kind !== 'pair') return [];
  const { tree } = context.analysis;
  if (node.style === 'literal') return [...eachLine(tree, step, node), ...asOneItem(tree, step)];
  if (node.style === 'folded') return asOneItem(tree, step);
  const meant = separateItems(node, items);
  if (meant) return written(tree, step, node, meant).map((one) => ({ ...one, meant: true }));
  const words = wordsOf(node, items);
  const isOnKeyLine = lineOf(tree, step.pair.key) === lineOf(tree, node);
  const isOneLine = !tree.text.slice(node.span.start, node.span.end).includes('\n');
  const isBlock = !step.mapping.flow && node.style === 'plain' && !(isOneLine && isOnKeyLine);
  const lines = isBlock && !words ? valueAsItems(context, step.pair.key.span, items) : [];
  // A line is at most one command; other texts never have several lines.
  const isScript = !items.shorthand && !node.text.startsWith('-');
  const joined = isOneLine || isScript || lines.length === 0;
  return [
    ...lines,
    ...(joined && (words ?? isOneItem(tree, node))
      ? written(tree, step, node, words ?? [node.text])
      : []),
  ];
}

/** Whether a text is one item: it has no bullet, and a shell reads its lines in the same way if they are one. */
function isOneItem({ text }: Tree, { span: { start, end }, style }: ScalarNode): boolean {
  if (style !== 'plain') return true;
  const lines = text
    .slice(start, end)
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim());
  return !lines.some(startsWithBullet) && !needsLines(lines);
}

function lineOf(tree: Tree, { span: { start } }: Node): number {
  return tree.lines.position(start).line;
}

/** Each line of a block of text as a command; lines with only a comment stay comments. */
function eachLine(tree: Tree, step: PairStep, node: ScalarNode): readonly Candidate[] {
  const commands = commandsOf(node.text);
  return commands && !step.mapping.flow ? written(tree, step, node, commands) : [];
}

/** A block of text as the only item. */
function asOneItem(tree: Tree, { mapping, pair }: PairStep): readonly Candidate[] {
  const edits = mapping.flow ? undefined : blockAsItem(tree, pair);
  return edits ? [{ title: t('Make the text one list item'), edits }] : [];
}

/** A list of these texts instead of the value. */
function written(
  tree: Tree,
  { mapping: { flow }, pair }: PairStep,
  node: ScalarNode,
  texts: readonly string[],
): readonly Candidate[] {
  const source = tree.text.slice(node.span.start, node.span.end);
  const isAsWritten =
    texts.length === 1 && !source.includes('\n') && !(flow && node.style === 'plain');
  const items = isAsWritten
    ? [source]
    : texts.map((text) =>
        /^[\w.-]+$/.test(text) && isReadAsWritten(text)
          ? text
          : textAs(text, tree, { style: 'plain', flow }),
      );
  const { listIndent, eol } = styleOf(tree);
  const column = columnOf(tree, pair.key.span.start) + listIndent;
  const margin = eol + ' '.repeat(column);
  const lines = items.map((item, index) =>
    texts[index]?.startsWith('#') ? `${margin}${texts[index]}` : `${margin}- ${item}`,
  );
  const newText = flow ? ` [${items.join(', ')}]` : lines.join('');
  const start = (pair.colon ?? node.span.start) + 1;
  // The line breaks at the end of a block of text belong to the file.
  const end = tree.text.slice(0, node.span.end).trimEnd().length;
  const at = span(start, end);
  if (hasComment(tree, at)) return [];
  const title =
    texts.length > 1
      ? t('Convert to a list with an item each')
      : source.includes('\n')
        ? t('Write one list item')
        : t('Convert to a list');
  const edits = [{ span: at, newText }];
  // Dashes at the beginning may be those of the list.
  return [{ title, edits, ...(texts.some((text) => text.startsWith('-')) ? UNSURE : {}) }];
}

/** The lines of a text, where each is a command of its own. */
function commandsOf(text: string): readonly string[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isPart = (line: string) =>
    /^\s|\\$|<<|^(?:if|for|while|case|do|done|then|else|elif|fi|esac)\b|[({]\s*$|^\s*[)}]/.test(
      line,
    );
  if (lines.length === 0 || lines.some((line) => isPart(line.trimEnd()))) return undefined;
  return lines.map((line) => line.trim());
}

/** The parts between commas, or between white space if an item is one word; undefined for a single part. */
function wordsOf(node: ScalarNode, items: Schema): readonly string[] | undefined {
  if (node.style !== 'plain') return undefined;
  const areItems = (words: readonly string[]) =>
    words.length > 1 && words.every((word) => isItem(word, items));
  const parts = node.text.split(',').map((word) => word.trim());
  if (areItems(parts)) return parts;
  // On several lines, each line is an item.
  if (node.textStart === undefined) return undefined;
  const words = node.text.split(/\s+/);
  if (items.textDeclares)
    return words.length > 1 && words.every((word) => /^[A-Z_][A-Z0-9_]*=\S*$/.test(word))
      ? words
      : undefined;
  const areWords = items.shorthand ?? items.enum ?? items.catalogue;
  return areWords !== undefined && areItems(words) ? words : undefined;
}

/** The items that a text is meant as by its grammar: each port of `8000-8002`. */
function separateItems(
  { style, text: value, textStart, anchor, tag }: ScalarNode,
  { shorthand }: Schema,
): readonly string[] | undefined {
  // On several lines, each line is an item.
  if (!shorthand || style !== 'plain' || textStart === undefined) return undefined;
  // What an anchor or a tag is for would get lost.
  if (anchor !== undefined || tag !== undefined) return undefined;
  const read = parseShorthand(shorthand, { type: 'str', value });
  const items = read.ok ? undefined : read.error.data?.['items'];
  return typeof items === 'object' ? items : undefined;
}

function isItem(word: string, { shorthand }: Schema): boolean {
  if (shorthand) return parseShorthand(shorthand, { type: 'str', value: word }).ok;
  return /^[\w./:=-]+$/.test(word);
}
