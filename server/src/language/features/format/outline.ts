import type { Lines } from '../../base/span';
import { tokensOf, type Token } from '../../yaml/tokens';

/** A block mapping or block list, with the columns as they are written. */
export interface Block {
  readonly kind: 'mapping' | 'list';
  readonly parent: Block | undefined;
  /** Offset of its first key or dash. */
  readonly start: number;
  /** Column of its keys or dashes. */
  readonly column: number;
  /** A list at the column of its key, which in YAML is not deeper than the key. */
  readonly indentless: boolean;
  readonly firstLine: number;
  /** Inclusive; comments and empty lines after it count if they could become the text of a block scalar. */
  lastLine: number;
}

/** A line whose indentation means something. */
export interface Entry {
  readonly line: number;
  /** The block that contains it; undefined for a value at the root. */
  readonly block: Block | undefined;
  /** A key or dash of the block, or the value of one, on a line of its own. */
  readonly kind: 'entry' | 'value';
}

/** A scalar or bracket that runs over several lines, or a block scalar without any. */
export interface Stretch {
  readonly kind: 'block scalar' | 'plain' | 'quoted' | 'flow';
  readonly token: Token;
  readonly block: Block | undefined;
  readonly firstLine: number;
  /** Inclusive. */
  readonly lastLine: number;
}

/** The layout of a text, for indenting it again. */
export interface Outline {
  readonly tokens: readonly Token[];
  /** Outer blocks before inner ones. */
  readonly blocks: readonly Block[];
  readonly entries: readonly Entry[];
  readonly stretches: readonly Stretch[];
  /** By line: the owner of a line that begins inside of something. */
  readonly insideOf: ReadonlyMap<number, Stretch>;
}

/**
 * Characters that are line breaks to YAML but not to editors; byte order marks that would be lost at the start of the
 * text; two line breaks that would become one without the spaces between them.
 */
const ODD_CHARACTERS = /[\u0085\u2028\u2029]|(?!^)\uFEFF|\r[ \t]+\n/;

/** What would end the document in column 0. */
const INDENTED_MARKERS = /^[ \t]+(?:---|\.\.\.)(?!\S)/gm;

/** Empty lines and an indented comment. */
const COMMENT_BELOW = /([ \t\r\n]*[\r\n])([ \t]+)#/y;

/**
 * Reads the layout of a text; undefined if it has rare constructs, which are not formatted: unusual characters, `? `
 * keys, an indented `---` outside of block scalars, or empty lines that separate a comment from a block scalar.
 */
export function outlineOf(text: string, lines: Lines): Outline | undefined {
  if (ODD_CHARACTERS.test(text)) return undefined;
  const tokens = tokensOf(text);
  if (tokens.some((token) => token.kind === '?' && token.start < token.end)) return undefined;
  const reader = new OutlineReader(text, lines);
  tokens.forEach((token) => reader.read(token));
  const { outline } = reader;
  if (outline.stretches.some((stretch) => keepsCommentOut(text, stretch))) return undefined;
  for (const { index } of text.matchAll(INDENTED_MARKERS)) {
    const owner = outline.insideOf.get(lines.position(index).line);
    if (owner?.kind !== 'block scalar') return undefined;
  }
  return { tokens, ...outline };
}

/**
 * Whether a block scalar has only empty lines, one of them deeper than a comment below, which would otherwise be its
 * text.
 */
function keepsCommentOut(text: string, { kind, token, firstLine, lastLine }: Stretch): boolean {
  if (kind !== 'block scalar' || lastLine > firstLine) return false;
  COMMENT_BELOW.lastIndex = token.end;
  const [, empty = '', indentation = ''] = COMMENT_BELOW.exec(text) ?? [];
  const [, ...lines] = empty.split(/[\r\n]/);
  return lines.some((line) => line.length > indentation.length);
}

class OutlineReader {
  private readonly blocks: Block[] = [];
  private readonly entries: Entry[] = [];
  private readonly stretches: Stretch[] = [];
  private readonly insideOf = new Map<number, Stretch>();
  private readonly open: Block[] = [];
  /** The outermost open bracket, and how many are open. */
  private bracket: Token | undefined;
  private brackets = 0;
  private lastEntry = -1;

  constructor(
    private readonly text: string,
    private readonly lines: Lines,
  ) {}

  get outline(): Omit<Outline, 'tokens'> {
    const { blocks, entries, stretches, insideOf } = this;
    return { blocks, entries, stretches, insideOf };
  }

  read(token: Token): void {
    if (this.brackets > 0) return this.readInBrackets(token);
    switch (token.kind) {
      case 'block-mapping-start':
        return this.start('mapping', token, false);
      case 'block-sequence-start':
        return this.start('list', token, false);
      case 'block-end':
        this.leaveIndentless();
        this.open.pop();
        return;
      case '?':
        this.leaveIndentless();
        return this.enter(token, 'entry');
      case '-':
        if (this.open.at(-1)?.kind !== 'list') this.start('list', token, true);
        return this.enter(token, 'entry');
      case '[':
      case '{':
        this.bracket = token;
        this.brackets = 1;
        return this.enter(token, 'value');
      case ':':
        return this.extend(this.lines.position(token.start).line);
      case 'scalar':
        this.enter(token, 'value');
        return this.readScalar(token, token.style);
      default:
        return this.enter(token, 'value');
    }
  }

  private readInBrackets(token: Token): void {
    if (token.kind === '[' || token.kind === '{') this.brackets++;
    if (token.kind === 'scalar') {
      const [first, last] = this.linesOf(token);
      if (last > first) this.add('quoted', token, first, last);
    }
    if ((token.kind !== ']' && token.kind !== '}') || --this.brackets > 0 || !this.bracket) return;
    const first = this.lines.position(this.bracket.start).line;
    const last = this.lines.position(token.end).line;
    this.extend(last);
    if (last > first) this.add('flow', this.bracket, first, last);
  }

  private readScalar(token: Token, style: string): void {
    const [first, last] = this.linesOf(token);
    const isBlock = style === 'literal' || style === 'folded';
    const kind = isBlock ? 'block scalar' : style === 'plain' ? 'plain' : 'quoted';
    if (last > first || isBlock) this.add(kind, token, first, last);
    this.extend(isBlock ? reach(this.text, this.lines, last) : last);
  }

  private add(kind: Stretch['kind'], token: Token, firstLine: number, lastLine: number): void {
    const stretch = { kind, token, block: this.open.at(-1), firstLine, lastLine };
    this.stretches.push(stretch);
    for (let line = firstLine + 1; line <= lastLine; line++) {
      // A scalar within brackets comes before them; its content must not change.
      if (!this.insideOf.has(line)) this.insideOf.set(line, stretch);
    }
  }

  private start(kind: Block['kind'], { start }: Token, indentless: boolean): void {
    const { line, character } = this.lines.position(start);
    // A byte order mark has no width.
    const column = line === 0 && this.text.startsWith('\uFEFF') ? character - 1 : character;
    const parent = this.open.at(-1);
    const block = { kind, parent, start, column, indentless, firstLine: line, lastLine: line };
    this.blocks.push(block);
    this.open.push(block);
  }

  /** A list at the column of its key has no end of its own: the next key or the end of the mapping ends it. */
  private leaveIndentless(): void {
    if (this.open.at(-1)?.indentless) this.open.pop();
  }

  /** Records the line of a token if the token begins it. */
  private enter({ start }: Token, kind: Entry['kind']): void {
    const { line, character } = this.lines.position(start);
    this.extend(line);
    if (line === this.lastEntry || this.insideOf.has(line)) return;
    this.lastEntry = line;
    if (this.text.slice(start - character, start).trim() !== '') return;
    this.entries.push({ line, block: this.open.at(-1), kind });
  }

  private extend(line: number): void {
    for (const block of this.open) block.lastLine = Math.max(block.lastLine, line);
  }

  private linesOf({ start, end }: Token): [first: number, last: number] {
    return [this.lines.position(start).line, this.lines.position(end).line];
  }
}

/** The last of the comments and empty lines below a line: with the text above them they move together. */
export function reach(text: string, lines: Lines, line: number): number {
  let last = line;
  while (last + 1 < lines.count) {
    const below = text.slice(lines.start(last + 1), lines.end(last + 1));
    if (!/^[ \t]*(?:#|$)/.test(below)) break;
    last++;
  }
  return last;
}
