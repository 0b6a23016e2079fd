import { span, touches, type Span } from '../../base/span';
import {
  isBreak,
  isComment,
  MAX_DEPTH,
  isSpace,
  plainWord,
  quotedEnd,
  quotedWord,
  type Word,
} from './scan';

/** A flow collection, finished or not: `[a, b]`, `{a: 1, b`. */
export interface FlowCollection {
  readonly kind: 'mapping' | 'sequence';
  readonly span: Span;
  readonly closed: boolean;
  readonly entries: readonly FlowEntry[];
}

/** What stands between two commas. */
export interface FlowEntry {
  /** From the comma before to the comma behind it. */
  readonly span: Span;
  /** The key of a mapping, or the item of a list. */
  readonly head?: Word | FlowCollection;
  readonly colon?: number;
  readonly value?: Word | FlowCollection;
}

interface OpenEntry {
  start: number;
  end: number;
  head?: Word | FlowCollection;
  colon?: number;
  value?: Word | FlowCollection;
}

interface OpenCollection {
  readonly kind: 'mapping' | 'sequence';
  readonly start: number;
  readonly entries: OpenEntry[];
}

export interface FlowText {
  readonly text: string;
  readonly end: number;
  /** Whether the line that begins at `start` cannot belong to the collection any more. */
  endsBefore(start: number): boolean;
  comment(range: Span): void;
}

/**
 * Reads the flow collection that begins at `start`. A word ends with its line, and two words without a comma
 * between them are two entries, so that a half-typed word does not swallow what follows it.
 */
export function readFlow(source: FlowText, start: number): FlowCollection {
  const { text } = source;
  const open: OpenCollection[] = [];
  let finished: FlowCollection | undefined;
  let at = start;
  let lineEnd = start;
  for (; at < source.end && !finished;) {
    const char = text.charAt(at);
    if (isSpace(char)) at++;
    else if (isBreak(char)) {
      const next = at + (text.startsWith('\r\n', at) ? 2 : 1);
      if (source.endsBefore(next)) break;
      at = next;
    } else if (isComment(text, at)) {
      const from = at;
      while (at < source.end && !isBreak(text.charAt(at))) at++;
      source.comment(span(from, at));
    } else if (char === '[' || char === '{') {
      if (open.length >= MAX_DEPTH) {
        at = source.end;
        break;
      }
      open.push({
        kind: char === '[' ? 'sequence' : 'mapping',
        start: at,
        entries: [entryAt(++at)],
      });
    } else if (char === ']' || char === '}') {
      finished = close(open, at, ++at);
    } else if (char === ',') {
      endEntry(open, at);
      open.at(-1)?.entries.push(entryAt(++at));
    } else if (isColon(text, at, open.at(-1)?.entries.at(-1))) {
      const entry = open.at(-1)?.entries.at(-1);
      if (entry) entry.colon ??= at;
      at++;
    } else {
      // Once a line, however many words it has.
      while (lineEnd <= at || (lineEnd < source.end && !isBreak(text.charAt(lineEnd)))) lineEnd++;
      const word = wordAt(text, at, lineEnd);
      put(open, word, word.span.start);
      at = word.span.end;
    }
  }
  while (!finished) finished = close(open, at, at, false);
  return finished;
}

const entryAt = (at: number): OpenEntry => ({ start: at, end: at });

function endEntry(open: readonly OpenCollection[], at: number): void {
  const entry = open.at(-1)?.entries.at(-1);
  if (entry) entry.end = at;
}

/** Puts a word or collection where one is due in the innermost open collection. */
function put(open: readonly OpenCollection[], node: Word | FlowCollection, start: number): void {
  const entries = open.at(-1)?.entries;
  const entry = entries?.at(-1);
  if (!entries || !entry) return;
  if (entry.colon !== undefined && !entry.value) entry.value = node;
  else if (entry.colon === undefined && !entry.head) entry.head = node;
  else {
    entry.end = start;
    const next = entryAt(start);
    next.head = node;
    entries.push(next);
  }
}

/** Closes the innermost collection; gives it back if it was the outermost. */
function close(
  open: OpenCollection[],
  at: number,
  end: number,
  closed = true,
): FlowCollection | undefined {
  endEntry(open, at);
  const collection = open.pop();
  if (!collection) return { kind: 'sequence', span: span(at, end), closed, entries: [] };
  const entries = collection.entries.map(({ start, end, ...entry }) => ({
    span: span(start, end),
    ...entry,
  }));
  const done = { kind: collection.kind, span: span(collection.start, end), closed, entries };
  put(open, done, collection.start);
  return open.length === 0 ? done : undefined;
}

function isColon(text: string, at: number, entry: OpenEntry | undefined): boolean {
  if (text.charAt(at) !== ':') return false;
  const next = text.charAt(at + 1);
  const quoted = entry?.head && 'text' in entry.head && entry.head.kind === 'quoted';
  return next === '' || /[\s,[\]{}]/.test(next) || (quoted === true && entry?.colon === undefined);
}

function wordAt(text: string, start: number, end: number): Word {
  const first = text.charAt(start);
  if (first === '"' || first === "'") {
    const behind = quotedEnd(text, start, end);
    if (behind !== undefined) return quotedWord(text, span(start, behind));
    const stop = text.slice(start, end).search(/[,\]}]/);
    return quotedWord(text, span(start, stop < 0 ? end : start + stop));
  }
  for (let at = start; at < end; at++) {
    const char = text.charAt(at);
    const ends = ',[]{}'.includes(char) || isComment(text, at) || isColon(text, at, undefined);
    if (ends && at > start) return plainWord(text, start, at);
  }
  return plainWord(text, start, end);
}

/** The innermost collection around `offset` and the entry there, with those around it from the outermost on. */
export function flowAt(collection: FlowCollection, offset: number): [FlowCollection, FlowEntry][] {
  const found: [FlowCollection, FlowEntry][] = [];
  for (let current: FlowCollection | undefined = collection; current;) {
    const entry: FlowEntry | undefined = current.entries.find((candidate) =>
      touches(candidate.span, offset),
    );
    if (!entry) break;
    found.push([current, entry]);
    current = [entry.head, entry.value].find((node) => node && isInside(node, offset)) as
      FlowCollection | undefined;
  }
  return found;
}

/** Whether `offset` lies between the brackets of `node`. */
export function isInside(node: Word | FlowCollection, offset: number): boolean {
  if (!('entries' in node)) return false;
  return (
    node.span.start < offset &&
    (offset < node.span.end || (!node.closed && offset === node.span.end))
  );
}
