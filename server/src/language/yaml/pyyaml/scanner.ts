import { span, type Span } from '../../span';
import { readBlockScalar } from './block-scalar';
import { COLON, DASH, END, HASH, isBlankOrEnd, PERCENT, QUESTION } from './characters';
import { readPlain } from './plain';
import { readDirective, readName, readTag } from './properties';
import { readQuoted } from './quoted';
import { Reader } from './reader';
import { refuseCharacter, refuseColon, refuseDash, refuseMissingColon } from './scan-mistakes';
import type { MarkToken, Token } from './token';

/** Where a key may have started, should a `:` follow. */
interface PossibleKey extends Span {
  readonly tokenNumber: number;
  /** Whether nothing else than a key can stand here. */
  readonly required: boolean;
  readonly flowLevel: number;
  readonly line: number;
  readonly column: number;
}

/** Of the characters that reach the last question, those with which no plain scalar starts. */
const NO_PLAIN_START = new Set('\t|>%@`');

/** A key without `?` is at most this many characters long. */
const MAX_KEY_LENGTH = 1024;

/**
 * Cuts a text into tokens, as far as the parser asks for them; throws a `Refusal` at a mistake.
 * A port of PyYAML's `yaml.scanner.Scanner`: it decides alike, token by token.
 */
export class Scanner {
  readonly comments: Span[] = [];
  private readonly reader: Reader;
  private readonly tokens: Token[] = [];
  private last: Token | undefined;
  private taken = 0;
  private done = false;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  /** Whether a key can start here; outside of brackets also whether a block collection can. */
  private keyAllowed = true;
  /** At most one a flow level, outer levels first. */
  private readonly possibleKeys: PossibleKey[] = [];

  constructor(text: string) {
    this.reader = new Reader(text);
  }

  /** The next token, which stays; behind the end it is the end again. */
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
    this.dropStaleKeys();
    return this.possibleKeys[0]?.tokenNumber === this.taken;
  }

  private fetch(): void {
    const { reader } = this;
    this.skipToToken();
    this.dropStaleKeys();
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
    do {
      reader.skipSpaces();
      if (reader.code() === HASH) {
        const start = reader.offset;
        reader.skipLine();
        this.addComment(start);
      }
    } while (this.takeBreak());
  }

  private takeBreak(): boolean {
    if (this.reader.takeBreak() === '') return false;
    if (!this.flowLevel) this.keyAllowed = true;
    return true;
  }

  private readonly addComment = (start: number): void => {
    this.comments.push(span(start, this.reader.offset));
  };

  // Keys.

  private dropStaleKeys(): void {
    const { possibleKeys, reader } = this;
    for (let key = possibleKeys[0]; key; key = possibleKeys[0]) {
      if (key.line === reader.line && this.fitsKey(key)) return;
      if (key.required) refuseMissingColon(this.reader, key.start);
      possibleKeys.shift();
    }
  }

  private fitsKey(key: PossibleKey): boolean {
    const { reader } = this;
    if (reader.offset - key.start <= MAX_KEY_LENGTH) return true;
    return reader.charactersSince(key.start) <= MAX_KEY_LENGTH;
  }

  private saveKey(): void {
    if (!this.keyAllowed) return;
    this.removeKey();
    const { reader, flowLevel } = this;
    this.possibleKeys.push({
      tokenNumber: this.taken + this.tokens.length,
      required: !flowLevel && this.indent === reader.column,
      flowLevel,
      start: reader.offset,
      end: reader.offset,
      line: reader.line,
      column: reader.column,
    });
  }

  private removeKey(): void {
    const key = this.possibleKeys.at(-1);
    if (key?.flowLevel !== this.flowLevel) return;
    if (key.required) refuseMissingColon(this.reader, key.start);
    this.possibleKeys.pop();
  }

  // Indentation.

  private unwind(column: number): void {
    if (this.flowLevel) return;
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1;
      this.addMark('block-end', 0);
    }
  }

  private addIndent(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

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
    this.removeKey();
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
    this.removeKey();
    this.flowLevel--;
    this.keyAllowed = false;
    this.addMark(kind, 1);
  }

  private fetchComma(): void {
    this.keyAllowed = true;
    this.removeKey();
    this.addMark(',', 1);
  }

  private fetchDash(): void {
    if (!this.flowLevel) {
      if (!this.keyAllowed) refuseDash(this.reader);
      if (this.addIndent(this.reader.column)) this.addMark('block-sequence-start', 0);
    }
    this.keyAllowed = true;
    this.removeKey();
    this.addMark('-', 1);
  }

  private fetchQuestion(): void {
    this.startExplicit('A key that starts with `? ` needs a line of its own.');
    this.addMark('?', 1);
  }

  private fetchColon(): void {
    const key = this.possibleKeys.at(-1);
    if (key?.flowLevel === this.flowLevel) {
      this.possibleKeys.pop();
      this.insertMark('?', key);
      if (!this.flowLevel && this.addIndent(key.column))
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
      if (this.addIndent(this.reader.column)) this.addMark('block-mapping-start', 0);
    }
    this.keyAllowed = !this.flowLevel;
    this.removeKey();
  }

  /** Adds a token with which a key can start. */
  private fetchKeyPart(read: () => Token): void {
    this.saveKey();
    this.keyAllowed = false;
    this.push(read());
  }

  private fetchPlain(): void {
    this.saveKey();
    const { token, leftLine } = readPlain(this.reader, this.indent + 1, this.flowLevel !== 0);
    this.keyAllowed = leftLine;
    this.push(token);
  }

  private fetchBlockScalar(): void {
    this.keyAllowed = true;
    this.removeKey();
    this.push(readBlockScalar(this.reader, this.indent, this.addComment));
  }
}
