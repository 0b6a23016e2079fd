import type { Position, Range } from 'vscode-languageserver-types';
import { languageOf } from './languages';
import type { Token, Tokenizer } from './tokens';

/** A word, and its start and end in its line, in characters from 0. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Change {
  readonly range: Range;
  readonly text: string;
}

/** The text of an editor with one cursor, its selection, and its languages. */
export class Document {
  lines: string[];
  cursor: Position;
  /** The text that the next key replaces: the placeholder of a snippet. */
  selection: Range | undefined;
  private readonly changes: Change[] = [];

  /** The cursor is at the end. */
  constructor(
    text: string,
    readonly language: string,
    private readonly tokenizer: Tokenizer,
  ) {
    this.lines = text.split('\n');
    this.cursor = { line: this.lines.length - 1, character: this.lines.at(-1)?.length ?? 0 };
  }

  get text(): string {
    return this.lines.join('\n');
  }

  get line(): string {
    return this.lines[this.cursor.line] ?? '';
  }

  /** The line up to the cursor, and after it. */
  get before(): string {
    return this.line.slice(0, this.cursor.character);
  }

  get after(): string {
    return this.line.slice(this.cursor.character);
  }

  /** All text up to the cursor, without the selection. */
  get textBefore(): string {
    const { line, character } = this.selection?.start ?? this.cursor;
    const above = this.lines.slice(0, line);
    return [...above, (this.lines[line] ?? '').slice(0, character)].join('\n');
  }

  /** All text after the cursor or the selection. */
  get textAfter(): string {
    const { line, character } = this.selection?.end ?? this.cursor;
    return [(this.lines[line] ?? '').slice(character), ...this.lines.slice(line + 1)].join('\n');
  }

  /** Replaces `range` by `text`; the cursor goes after it. */
  replace({ start, end }: Range, text: string): void {
    this.changes.push({ range: { start, end }, text });
    const first = (this.lines[start.line] ?? '').slice(0, start.character);
    const last = (this.lines[end.line] ?? '').slice(end.character);
    const written = (first + text).split('\n');
    this.cursor = {
      line: start.line + written.length - 1,
      character: written.at(-1)?.length ?? 0,
    };
    written[written.length - 1] += last;
    this.lines.splice(start.line, end.line - start.line + 1, ...written);
    this.selection = undefined;
  }

  /** Replaces from `before` characters before the cursor to `after` after it, in the line of the cursor. */
  replaceAround(before: number, after: number, text: string): void {
    const { line, character } = this.cursor;
    const start = { line, character: Math.max(0, character - before) };
    this.replace({ start, end: { line, character: character + after } }, text);
  }

  /** What has changed since the last call, for the server. */
  takeChanges(): Change[] {
    return this.changes.splice(0);
  }

  /** The token that a character of the line of the cursor is in; at the end of the line its last. */
  tokenAt(character: number): Token {
    const tokens = this.tokens();
    const found = tokens.find(({ start, end }) => start <= character && character < end);
    const nothing = { start: 0, end: 0, type: 'other', language: this.language } as const;
    return found ?? tokens.at(-1) ?? nothing;
  }

  private tokens(): Token[] {
    return this.tokenizer.tokens(this.lines, this.cursor.line);
  }

  /** Characters of the line of the cursor, without the brackets that are in texts and comments. */
  withoutQuotedBrackets(from: number, to: number): string {
    const parts = this.tokens().map(({ start, end, type, language }) => {
      const part = this.line.slice(Math.max(start, from), Math.max(from, Math.min(end, to)));
      if (type === 'other') return part;
      const brackets = languageOf(language).brackets.flat();
      return [...part].filter((character) => !brackets.includes(character)).join('');
    });
    return parts.join('');
  }

  /** The word that the cursor is in or at, by the language of the text to the right of the cursor, then to the left. */
  wordAtCursor(): Word | undefined {
    const { character } = this.cursor;
    const tokens = this.tokens();
    const token = this.tokenAt(character);
    const right = this.wordIn(tokens, token, character);
    if (right) return right;
    const before = tokens.filter(({ end }) => end <= token.start).at(-1);
    return before?.end === character ? this.wordIn(tokens, before, character) : undefined;
  }

  /** The part of the word at the cursor that is before the cursor. */
  wordUntilCursor(): Word {
    const { character } = this.cursor;
    const start = this.wordAtCursor()?.start ?? character;
    return { text: this.line.slice(start, character), start, end: character };
  }

  private wordIn(tokens: readonly Token[], token: Token, at: number): Word | undefined {
    const [from, to] = boundaries(tokens, token);
    const part = this.line.slice(from, to);
    for (const match of part.matchAll(languageOf(token.language).wordPattern)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (start <= at && at <= end) return { text: match[0], start, end };
    }
    return undefined;
  }
}

/** The range of characters in which the language of a token continues. */
function boundaries(tokens: readonly Token[], token: Token): [number, number] {
  let first = tokens.findIndex(({ start }) => start === token.start);
  let last = first;
  if (first < 0) return [0, 0];
  while (tokens[first - 1]?.language === token.language) first--;
  while (tokens[last + 1]?.language === token.language) last++;
  return [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
}
