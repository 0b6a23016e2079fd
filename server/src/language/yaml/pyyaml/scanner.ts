import { span, type Span } from '../../base/span';
import { readBlockScalar } from './block-scalar';
import { COLON, DASH, END, HASH, isBlankOrEnd, isNameChar, PERCENT, QUESTION } from './characters';
import { Indentation } from './indentation';
import { readPlain } from './plain';
import { readDirective, readName, readTag } from './properties';
import { readQuoted } from './quoted';
import { Reader } from './reader';
import { refuseCharacter, refuseColon, refuseDash } from './scan-mistakes';
import { SimpleKeys, type PossibleKey } from './simple-keys';
import type { MarkToken, Token } from './token';

/** Of the characters that reach the last question, those with which no plain scalar starts. */
const NO_PLAIN_START = new Set('\t|>%@`');

/**
 * Cuts a text into tokens, as far as the parser asks for them; throws a `Refusal` at a mistake. A port of PyYAML's
 * `yaml.scanner.Scanner` with the same result for each token.
 */
export class Scanner {
  readonly comments: Span[] = [];
  private readonly reader: Reader;
  private readonly tokens: Token[] = [];
  private last: Token | undefined;
  private taken = 0;
  private done = false;
  private flowLevel = 0;
  private readonly indentation = new Indentation();
  private readonly keys: SimpleKeys;
  /** Whether a key can start here; outside of brackets also whether a block collection can. */
  private keyAllowed = true;

  constructor(text: string) {
    this.reader = new Reader(text);
    this.keys = new SimpleKeys(this.reader);
  }

  /** The next token, without consuming it; after the end it is the end again. */
  peek(): Token {
    for (;;) {
      const token = this.tokens[0];
      if (token && !this.needsMore()) return token;
      this.fetch();
    }
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'stream-end') {
      this.tokens.shift();
      this.taken++;
    }
    return token;
  }

  /** Whether the next token may yet turn out to be a key, before which other tokens will be put. */
  private needsMore(): boolean {
    if (this.done) return false;
    this.keys.dropStale();
    return this.keys.oldest?.tokenNumber === this.taken;
  }

  private fetch(): void {
    const { reader } = this;
    this.skipToToken();
    this.keys.dropStale();
    this.unwind(reader.column);
    const code = reader.code();
    if (code === END) this.fetchEnd();
    else if (code === PERCENT && reader.column === 0) this.fetchDirective();
    else if (code === DASH && reader.column === 0 && reader.atMarker('---')) {
      this.fetchMarker('document-start');
    } else if (reader.column === 0 && reader.atMarker('...')) this.fetchMarker('document-end');
    else this.fetchContent(code);
  }

  private fetchContent(code: number): void {
    const { reader, flowLevel } = this;
    // The most frequent first: only a plain scalar starts with these.
    if (code !== DASH && isNameChar(code)) return this.fetchPlain();
    const char = String.fromCharCode(code);
    if (char === '[' || char === '{') this.fetchFlowStart(char);
    else if (char === ']' || char === '}') this.fetchFlowEnd(char);
    else if (char === ',') this.fetchComma();
    else if (code === DASH && isBlankOrEnd(reader.code(1))) this.fetchDash();
    else if (code === QUESTION && (flowLevel || isBlankOrEnd(reader.code(1)))) this.fetchQuestion();
    else if (code === COLON && (flowLevel || isBlankOrEnd(reader.code(1)))) this.fetchColon();
    else if (char === '*') this.fetchKeyPart(() => readName(reader, 'alias'));
    else if (char === '&') this.fetchKeyPart(() => readName(reader, 'anchor'));
    else if (char === '!') this.fetchKeyPart(() => readTag(reader));
    else if ((char === '|' || char === '>') && !flowLevel) this.fetchBlockScalar();
    else if (char === "'" || char === '"') this.fetchKeyPart(() => readQuoted(reader));
    else if (NO_PLAIN_START.has(char)) refuseCharacter(reader);
    else this.fetchPlain();
  }

  // White space and comments.

  private skipToToken(): void {
    const { reader } = this;
    for (;;) {
      reader.skipSpaces();
      if (reader.code() === HASH) {
        const start = reader.offset;
        reader.skipLine();
        this.addComment(start);
      }
      if (reader.takeBreak() === '') return;
      if (!this.flowLevel) this.keyAllowed = true;
    }
  }

  private readonly addComment = (start: number): void => {
    this.comments.push(span(start, this.reader.offset));
  };

  // Tokens.

  private push(token: Token): void {
    this.tokens.push(token);
    this.last = token;
  }

  private addMark(kind: MarkToken['kind'], length: number): void {
    const start = this.reader.offset;
    this.reader.offset += length;
    this.push({ kind, start, end: start + length });
  }

  /** Ends the block collections that are indented more than `column`; inside brackets indentation does not matter. */
  private unwind(column: number): void {
    while (!this.flowLevel && this.indentation.close(column)) this.addMark('block-end', 0);
  }

  private insertMark(kind: MarkToken['kind'], key: PossibleKey): void {
    const { start, end } = key;
    this.tokens.splice(key.tokenNumber - this.taken, 0, { kind, start, end });
  }

  private fetchEnd(): void {
    this.leaveBlocks();
    this.addMark('stream-end', 0);
    this.done = true;
  }

  private leaveBlocks(): void {
    this.unwind(-1);
    this.keys.drop(this.flowLevel);
    this.keyAllowed = false;
  }

  private fetchDirective(): void {
    this.leaveBlocks();
    this.push(readDirective(this.reader, this.addComment));
  }

  private fetchMarker(kind: 'document-start' | 'document-end'): void {
    this.leaveBlocks();
    this.addMark(kind, 3);
  }

  private fetchFlowStart(kind: '[' | '{'): void {
    this.saveKey();
    this.flowLevel++;
    this.keyAllowed = true;
    this.addMark(kind, 1);
  }

  private fetchFlowEnd(kind: ']' | '}'): void {
    this.keys.drop(this.flowLevel);
    this.flowLevel--;
    this.keyAllowed = false;
    this.addMark(kind, 1);
  }

  private fetchComma(): void {
    this.keyAllowed = true;
    this.keys.drop(this.flowLevel);
    this.addMark(',', 1);
  }

  private fetchDash(): void {
    if (!this.flowLevel) {
      if (!this.keyAllowed) refuseDash(this.reader);
      if (this.indentation.open(this.reader.column)) this.addMark('block-sequence-start', 0);
    }
    this.keyAllowed = true;
    this.keys.drop(this.flowLevel);
    this.addMark('-', 1);
  }

  private fetchQuestion(): void {
    this.startExplicit('A key that starts with `? ` needs a line of its own.');
    this.addMark('?', 1);
  }

  private fetchColon(): void {
    const key = this.keys.take(this.flowLevel);
    if (key) {
      this.insertMark('?', key);
      if (!this.flowLevel && this.indentation.open(key.column))
        this.insertMark('block-mapping-start', key);
      this.keyAllowed = false;
    } else {
      if (!this.flowLevel && !this.keyAllowed) refuseColon(this.reader, this.last);
      this.startExplicit('');
    }
    this.addMark(':', 1);
  }

  /** What `? ` and the `: ` of such a key have in common. */
  private startExplicit(message: string): void {
    if (!this.flowLevel) {
      if (!this.keyAllowed) this.reader.refuse(message, this.reader.word());
      if (this.indentation.open(this.reader.column)) this.addMark('block-mapping-start', 0);
    }
    this.keyAllowed = !this.flowLevel;
    this.keys.drop(this.flowLevel);
  }

  private saveKey(): void {
    if (!this.keyAllowed) return;
    const required = !this.flowLevel && this.indentation.column === this.reader.column;
    this.keys.add(this.taken + this.tokens.length, this.flowLevel, required);
  }

  /** Adds a token with which a key can start. */
  private fetchKeyPart(read: () => Token): void {
    this.saveKey();
    this.keyAllowed = false;
    this.push(read());
  }

  private fetchPlain(): void {
    this.saveKey();
    const indent = this.indentation.column + 1;
    const { token, leftLine } = readPlain(this.reader, indent, this.flowLevel !== 0);
    this.keyAllowed = leftLine;
    this.push(token);
  }

  private fetchBlockScalar(): void {
    this.keyAllowed = true;
    this.keys.drop(this.flowLevel);
    this.push(readBlockScalar(this.reader, this.indentation.column, this.addComment));
  }
}
