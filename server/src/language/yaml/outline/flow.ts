import { span, touches, type Span } from '../../base/span';
import type { Properties } from '../draft';
import { propertiesAt } from './properties';
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
  /** Its anchor and tag. */
  readonly properties?: Properties;
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
  readonly properties?: Properties;
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
  return new FlowReader(source, start).read();
}

class FlowReader {
  private readonly open: OpenCollection[] = [];
  private finished: FlowCollection | undefined;
  /** The anchor and tag in front of the next word or collection. */
  private properties: Properties | undefined;
  private lineEnd: number;

  constructor(
    private readonly source: FlowText,
    private at: number,
  ) {
    this.lineEnd = at;
  }

  read(): FlowCollection {
    while (!this.finished && this.at < this.source.end && this.readNext());
    while (!this.finished) this.finished = close(this.open, this.at, this.at, false);
    return this.finished;
  }

  /** Reads one word or mark. Gives whether the collection can go on. */
  private readNext(): boolean {
    const { source, at, open } = this;
    const { text } = source;
    const char = text.charAt(at);
    if (isSpace(char)) this.at++;
    else if (isBreak(char)) {
      const next = at + (text.startsWith('\r\n', at) ? 2 : 1);
      if (source.endsBefore(next)) return false;
      this.at = next;
    } else if (isComment(text, at)) {
      while (this.at < source.end && !isBreak(text.charAt(this.at))) this.at++;
      source.comment(span(at, this.at));
    } else if (char === '[' || char === '{') return this.openCollection(char);
    else if (char === ']' || char === '}') this.finished = close(open, at, ++this.at);
    else if (char === ',') {
      endEntry(open, at);
      open.at(-1)?.entries.push(entryAt(++this.at));
    } else if (isColon(text, at, open.at(-1)?.entries.at(-1))) {
      const entry = open.at(-1)?.entries.at(-1);
      if (entry) entry.colon ??= at;
      this.at++;
    } else if (char === '&' || char === '!') this.readProperties();
    else this.readWord();
    return true;
  }

  private openCollection(char: string): boolean {
    if (this.open.length >= MAX_DEPTH) {
      this.at = this.source.end;
      return false;
    }
    this.open.push({
      kind: char === '[' ? 'sequence' : 'mapping',
      start: this.at,
      entries: [entryAt(this.at + 1)],
      ...this.takeProperties(),
    });
    this.at++;
    return true;
  }

  private readProperties(): void {
    const { text, end: limit } = this.source;
    const { properties, end } = propertiesAt(text, this.at, true);
    this.properties = properties;
    this.at = end;
    const isAlone = end >= limit || /[\s,:\]}#]/.test(text.charAt(end));
    if (!isAlone) return;
    const empty = { kind: 'plain', span: span(end, end), text: '' } as const;
    put(this.open, { ...empty, ...this.takeProperties() }, end);
  }

  private readWord(): void {
    const { text, end } = this.source;
    // Once a line, however many words it has.
    while (this.lineEnd <= this.at || (this.lineEnd < end && !isBreak(text.charAt(this.lineEnd)))) {
      this.lineEnd++;
    }
    const word = wordAt(text, this.at, this.lineEnd);
    put(this.open, this.properties ? { ...word, ...this.takeProperties() } : word, word.span.start);
    this.at = word.span.end;
  }

  private takeProperties(): { readonly properties?: Properties } {
    const { properties } = this;
    this.properties = undefined;
    return properties ? { properties } : {};
  }
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
  const { kind, properties } = collection;
  const range = span(collection.start, end);
  const done = { kind, span: range, closed, entries, ...(properties && { properties }) };
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
    current = [entry.head, entry.value].find(
      (node) => node !== undefined && isInside(node, offset),
    );
  }
  return found;
}

/** Whether `offset` lies between the brackets of `node`. */
export function isInside(node: Word | FlowCollection, offset: number): node is FlowCollection {
  if (!('entries' in node)) return false;
  return (
    node.span.start < offset &&
    (offset < node.span.end || (!node.closed && offset === node.span.end))
  );
}
