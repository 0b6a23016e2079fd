import { span, type Lines, type Span } from '../base/span';

/** One of the documents in a text. */
export interface DocumentPart {
  /** With the comments and directives before it, its `---` and its `...`; all documents together are the whole text. */
  readonly span: Span;
  /** Its `---`; the first may have none, and what follows a `...`. */
  readonly marker?: Span;
  /** The line of its `...`. */
  readonly end?: Span;
  readonly hasDirectives: boolean;
  /** Whether there are only comments. */
  readonly isEmpty: boolean;
}

const START = /^\uFEFF?---(?=[ \t]|$)/;
const END = /^\.\.\.(?=[ \t]|$)/;
const COMMENT = /^[ \t]*#/;
const BLANK = /^\uFEFF?[ \t]*$/;

interface Open {
  start: number;
  marker?: Span;
  end?: Span;
  hasDirectives: boolean;
  isEmpty: boolean;
}

/**
 * The documents of a text by their lines, so unfinished ones are found as well: a `---` or `...` at the start of a line
 * ends whatever it is in. Comments above a `---` belong to the document after it if an empty line separates them from
 * the text above.
 */
export function documentsIn(text: string, lines: Lines): readonly DocumentPart[] {
  const parts: DocumentPart[] = [];
  let open: Open = { start: 0, hasDirectives: false, isEmpty: true };
  /** Start of the comments that may belong to the next document. */
  let head: number | undefined;
  let isApart = true;
  const close = (at: number) => {
    const { start, ...rest } = open;
    parts.push({ span: span(start, at), ...rest });
    open = { start: at, hasDirectives: false, isEmpty: true };
  };
  for (let line = 0; line < lines.count; line++) {
    const start = lines.start(line);
    const content = text.slice(start, lines.end(line));
    const begins = START.exec(content)?.[0];
    if (BLANK.test(content)) {
      head = undefined;
      isApart = true;
    } else if (COMMENT.test(content)) {
      if (isApart) head ??= start;
    } else if (END.test(content)) {
      if (open.marker || !open.isEmpty) open.end = span(start, nextLine(lines, line, text));
      head = undefined;
      isApart = true;
    } else {
      const isDirective = content.startsWith('%') && (open.end !== undefined || isUnused(open));
      const isNext = begins !== undefined ? !isUnused(open) : open.end !== undefined;
      if (isNext) close(head ?? start);
      if (isDirective) open.hasDirectives = true;
      else if (begins !== undefined) {
        const at = start + begins.length;
        open.marker = span(at - 3, at);
        if (!/^[ \t]*(?:#|$)/.test(content.slice(begins.length))) open.isEmpty = false;
      } else open.isEmpty = false;
      if (!isDirective) head = undefined;
      isApart = isDirective || begins !== undefined;
    }
  }
  close(text.length);
  return parts.length > 1 && isUnused(parts.at(-1)) ? joinedToLast(parts) : parts;
}

/** Whether the document has not begun: there are at most comments and directives. */
function isUnused(part: Pick<DocumentPart, 'marker' | 'isEmpty'> | undefined): boolean {
  return part?.isEmpty === true && !part.marker;
}

function joinedToLast(parts: readonly DocumentPart[]): readonly DocumentPart[] {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before) return parts;
  return [...parts.slice(0, -2), { ...before, span: span(before.span.start, last.span.end) }];
}

function nextLine(lines: Lines, line: number, text: string): number {
  return line + 1 < lines.count ? lines.start(line + 1) : text.length;
}

/** The text with spaces in place of all other documents, so offsets stay the same. */
export function documentAlone(
  text: string,
  { span: at, marker, hasDirectives, end }: DocumentPart,
): string {
  const from = marker?.end ?? at.start;
  const to = end?.start ?? at.end;
  // Comments before the `---` are kept; directives do not matter for what dstack reads.
  const head = text.slice(at.start, marker?.start ?? at.start);
  const shown = hasDirectives ? head.replace(/^%.*$/gm, blank) : head;
  return [
    blank(text.slice(0, at.start)),
    shown,
    blank(text.slice(marker?.start ?? at.start, from)),
    text.slice(from, to),
    blank(text.slice(to)),
  ].join('');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
