import { span, type Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { applyEdits } from '../../edit/edit';
import { align, itemOf, leavesOf, type Change, type Leaf } from './leaves';
import { isRespelling } from './respelling';

/** A part of a file that is gone in another version of it. */
export interface Loss {
  /**
   * `comment`; `key`, `text` or `item`: a name, a value, an item of a list; `replaced`: a value replaced by another
   * one; `line`: a line that became part of the one before; `order`: an item in another place; `anchor`; `document`.
   */
  readonly kind:
    'comment' | 'key' | 'text' | 'item' | 'replaced' | 'line' | 'order' | 'anchor' | 'document';
  /** The lost text. */
  readonly what: string;
  /** Its place in the old version. */
  readonly span: Span;
}

/**
 * The losses. Other quotes, another indentation or place of a property are not losses, nor is a replacement by a
 * similar text, or by one with the same numbers. If one of the two is not YAML, words are counted instead of texts.
 */
export function lossesOf(before: Tree, after: Tree): readonly Loss[] {
  const isReadable = !before.broken && !after.broken;
  return [
    ...lostComments(before, after),
    ...(isReadable
      ? lostTexts(before, after)
      : [...lostWords(before, after), ...swallowed(before, after)]),
    ...lostAnchors(before, after),
    ...lostDocuments(before.text, after.text),
  ];
}

/** Comments that are gone, wherever the others are now. */
function lostComments(before: Tree, after: Tree): readonly Loss[] {
  const left = new Bag(commentsOf(after));
  return commentsOf(before).flatMap((what, index): Loss[] => {
    const at = before.comments[index];
    return what === '' || !at || left.take(what) ? [] : [{ kind: 'comment', what, span: at }];
  });
}

function commentsOf({ text, comments }: Tree): readonly string[] {
  return comments.map(({ start, end }) => text.slice(start, end).replace(/^#+/, '').trim());
}

function lostTexts(before: Tree, after: Tree): readonly Loss[] {
  const { kept, changes } = align(
    leavesOf(before.root, before.text),
    leavesOf(after.root, after.text),
  );
  const joined = kept.flatMap(([old, now]) =>
    sourceOf(before, old) !== sourceOf(after, now) && linesIn(before, old) > linesIn(after, now)
      ? [lossOf('line', old)]
      : [],
  );
  // A text that is gone from one place may be in another; a line of a script may have become a comment.
  const known = new Bag(commentsOf(before));
  const comments = commentsOf(after).filter((text) => !known.take(text));
  const fresh = changes.flatMap(({ after: now }) => now);
  const bags = {
    elsewhere: new Bag(wordsIn(fresh)),
    leaves: new Bag(fresh.map(identityOf)),
    comments: new Bag(comments.flatMap(wordsOf)),
  };
  return [...joined, ...changes.flatMap((change) => lostIn(change, bags, before, after))];
}

function lostIn(
  change: Change,
  { elsewhere, leaves, comments }: Readonly<Record<'elsewhere' | 'leaves' | 'comments', Bag>>,
  before: Tree,
  after: Tree,
): readonly Loss[] {
  const [first] = change.before;
  if (!first) return [];
  const [now] = change.after;
  if (now && change.before.length === 1 && change.after.length === 1) {
    // The value of a property is compared separately.
    const isName = now.role === 'key' && first.role === 'key';
    if (isName || isRespelling(first.text, now.text))
      return linesIn(before, first) > linesIn(after, now) ? [lossOf('line', first)] : [];
    if (now.role === first.role) return [lossOf('replaced', first)];
  }
  const here = new Bag(wordsIn(change.after));
  for (const word of wordsIn(change.after)) elsewhere.take(word);
  for (const leaf of change.after) leaves.take(identityOf(leaf));
  const losses = change.before.flatMap((old): Loss[] => {
    const isItem = old.place?.kind === 'item';
    const away = wordsOf(old.text).filter((word) => !here.take(word) && !comments.take(word));
    if (away.length === 0) return [];
    if (!away.every((word) => elsewhere.take(word)))
      return [lossOf(old.role === 'key' ? 'key' : isItem ? 'item' : 'text', old)];
    return isItem && !isWhole(change.before, old) ? [lossOf('order', old)] : [];
  });
  if (losses.length > 0) return losses;
  // A text that is in another place as a whole was not joined with others here.
  const stayed = change.before.filter((leaf) => !leaves.take(identityOf(leaf)));
  return unitsIn(before, stayed) > unitsIn(after, change.after) ? [lossOf('line', first)] : [];
}

function identityOf({ role, text }: Leaf): string {
  return `${role} ${text}`;
}

/** Whether all items of the list of a leaf are in a run of leaves, so the list has moved, not its items. */
function isWhole(leaves: readonly Leaf[], { place }: Leaf): boolean {
  if (place?.kind !== 'item') return false;
  const items = new Set(leaves.map(itemOf));
  return place.list.items.every((item) => items.has(item));
}

/** Items, and the lines or comma-separated parts of texts. */
function unitsIn(tree: Tree, leaves: readonly Leaf[]): number {
  const more = leaves.map((leaf) => Math.max(linesIn(tree, leaf), leaf.text.split(',').length) - 1);
  return more.reduce((sum, count) => sum + Math.max(0, count), new Set(leaves.map(itemOf)).size);
}

function sourceOf({ text }: Tree, { node: { span } }: Leaf): string {
  return text.slice(span.start, span.end);
}

/** Lines with more than a shell comment: of the source, or of the text if escapes divide it. */
function linesIn({ text }: Tree, { node, text: read }: Leaf): number {
  const count = (lines: string) =>
    lines.split(/\r\n|[\r\n]/).filter((line) => !/^\s*(?:#|$)/.test(line)).length;
  const isLiteral = node.kind === 'scalar' && node.style === 'literal';
  const source = text.slice(node.span.start, node.span.end).replace(BLOCK_HEADER, '');
  return isLiteral ? count(read) : Math.max(count(source), count(read));
}

/** The words of a file that is not YAML, and lines that are now read as part of the one before. */
function lostWords(before: Tree, after: Tree): readonly Loss[] {
  const withoutComments = ({ text, comments }: Tree) =>
    applyEdits(
      text,
      comments.map((at) => ({ span: at, newText: '' })),
    );
  const left = new Bag(wordsOf(withoutComments(after)));
  const nowhere = span(0, 0);
  const words = wordsOf(withoutComments(before)).flatMap((what): Loss[] =>
    left.take(what) ? [] : [{ kind: 'text', what, span: nowhere }],
  );
  if (after.broken) return words;
  const lines = new Set(linesOf(before.text));
  const joined = leavesOf(after.root, after.text).flatMap(({ node, text }): Loss[] => {
    if (node.kind !== 'scalar' || node.style === 'literal') return [];
    const [, ...more] = linesOf(after.text.slice(node.span.start, node.span.end));
    // An item that is indented too far is not an item any more.
    return more.every((line) => lines.has(line) && !/^\s*- /.test(line))
      ? []
      : [{ kind: 'line', what: text, span: nowhere }];
  });
  return [...words, ...joined];
}

/** Properties and items that are lines of a block of text now. */
function swallowed(before: Tree, after: Tree): readonly Loss[] {
  const known = new Bag(structureInBlocks(before));
  const lines = structureInBlocks(after).filter((line) => !known.take(line));
  return lines.map((what) => ({ kind: 'line', what, span: span(0, 0) }));
}

/** The lines in blocks of text that look like properties or items. */
function structureInBlocks({ text, outlines }: Tree): readonly string[] {
  const blocks = outlines.first.pieces.filter(({ kind }) => kind === 'block');
  const lines = blocks.flatMap(({ span: at }) => linesOf(text.slice(at.start, at.end)).slice(1));
  return lines.map((line) => line.trim()).filter((line) => /^(?:-\s|[\w-]+:(?:\s|$))/.test(line));
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/).map((line) => line.trimEnd());
}

function wordsIn(leaves: readonly Leaf[]): readonly string[] {
  return leaves.flatMap(({ text }) => wordsOf(text.replace(BLOCK_HEADER, '')));
}

/** The start of a block of text, also without the space after the dash: `>-`, `-|`. */
const BLOCK_HEADER = /^(?:>|-[|>])[-+0-9]*(?=\s|$)/;

/** The parts between white space and the punctuation of YAML and of shorthands, with look-alikes. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s:=,"'[\]{}\u200b-\u200d\u2060\ufeff\u2018-\u201f\uff1a]+/)
    .map((word) => word.replace(/^[-#\u2010-\u2015]+/, ''))
    .filter((word) => word !== '');
}

function lostAnchors(before: Tree, after: Tree): readonly Loss[] {
  const namesOf = ({ text }: Tree) => [...text.matchAll(/(?<=^|[\s,[{])&([^\s,[\]{}]{1,100})/gm)];
  const left = new Bag(namesOf(after).map(([, name = '']) => name));
  return namesOf(before).flatMap(({ 0: { length }, 1: what = '', index }): Loss[] =>
    left.take(what) ? [] : [{ kind: 'anchor', what, span: span(index, index + length) }],
  );
}

function lostDocuments(before: string, after: string): readonly Loss[] {
  const documents = (text: string) =>
    text.split(/^---(?=\s|$)/m).filter((part) => part.replace(/^[ \t]*#.*$/gm, '').trim() !== '');
  const lost = documents(before).length - documents(after).length;
  return lost > 0 ? [{ kind: 'document', what: String(lost), span: span(0, before.length) }] : [];
}

function lossOf(kind: Loss['kind'], { text, node }: Leaf): Loss {
  return { kind, what: text, span: node.span };
}

/** Texts with their counts. */
class Bag {
  private readonly counts = new Map<string, number>();

  constructor(texts: readonly string[]) {
    for (const text of texts) this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
  }

  /** Removes one; false if none is left. */
  take(text: string): boolean {
    const count = this.counts.get(text) ?? 0;
    if (count > 0) this.counts.set(text, count - 1);
    return count > 0;
  }
}
