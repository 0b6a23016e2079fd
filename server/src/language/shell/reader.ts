import { UNKNOWN, Word, type MappedText } from './mapped-text';
import type { ShellName, Sink } from './name';
import { matchingParentheses } from './parentheses';

/** Deeper nesting is not read: what is in it has no names. */
const MAX_DEPTH = 60;

/** Texts in texts that are read once more, such as scripts in scripts, each of which may be almost as long. */
const MAX_LEVEL = 4;

const NAME = /[A-Za-z_]\w*/y;
const NUMBER = /\d\w*#?\w*/y;
const ASSIGNS = /\s*(?:[-+*/%&|^]|<<|>>)?=(?!=)|\+\+|--/y;

/** What a reader shares with those of the scripts within its own. */
export interface Shared {
  /** Arrays whose subscripts are texts (`declare -A`), not arithmetic. */
  readonly associative: Set<string>;
}

/**
 * Reads what a shell expands: parameters, arithmetic, quotes and substitutions, as POSIX and Bash have them. `Commands`
 * adds the grammar of commands. It goes through a text once; only what another shell reads in turn is read again.
 */
export abstract class Reader {
  protected at = 0;
  private closing: ReadonlyMap<number, number> | undefined;

  constructor(
    protected readonly text: string,
    private readonly sink: Sink,
    protected readonly shared: Shared,
    private depth = 0,
    private readonly level = 0,
  ) {}

  /** Reads commands: all of the text, or up to a `)` and with it. */
  abstract commands(end?: ')'): void;

  /** The reader of a script within this one. */
  protected abstract readerOf(text: string, sink: Sink, depth: number, level: number): Reader;

  protected get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  protected get char(): string {
    return this.text.charAt(this.at);
  }

  protected startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Moves over a sticky pattern; gives what it matched. */
  protected take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  protected found(start: number, end: number, role: ShellName['role']): void {
    if (start < end) this.sink({ name: this.text.slice(start, end), start, end, role });
  }

  /** The characters `from` to `to` of a word as a name. */
  protected foundIn(word: MappedText, from: number, to: number, role: ShellName['role']): void {
    const start = word.offsets[from];
    const last = word.offsets[to - 1];
    if (start === undefined || last === undefined || start < 0 || last < 0) return;
    const isSplit = last + 1 - start !== to - from;
    const name = word.text.slice(from, to);
    this.sink({ name, start, end: last + 1, role, ...(isSplit && { split: true }) });
  }

  /** Reads one level deeper. Too deep, it gives up the rest of the text. */
  protected deeper(read: () => void): void {
    if (this.depth >= MAX_DEPTH) {
      this.at = this.text.length;
      return;
    }
    this.depth++;
    read();
    this.depth--;
  }

  /** Has a text read that stands, in pieces, in this one. */
  protected within(inner: MappedText, read: (reader: Reader) => void): void {
    if (this.level === MAX_LEVEL) return;
    const sink: Sink = ({ start, end, role }) => {
      this.foundIn(inner, start, end, role);
    };
    read(this.readerOf(inner.text, sink, this.depth, this.level + 1));
  }

  /** `$...`: a parameter, arithmetic or a command, at the `$`. */
  protected dollar(isInDouble: boolean): void {
    const from = this.at++;
    if (this.startsWith('{{')) this.skipPast('}}');
    else if (this.startsWith('((') && this.isArithmetic(this.at)) this.arithmeticAfter(2, '))');
    else if (this.startsWith('(')) {
      this.at++;
      this.deeper(() => {
        this.commands(')');
      });
    } else if (this.startsWith('[')) this.arithmeticAfter(1, ']');
    else if (this.startsWith('{')) {
      this.at++;
      this.deeper(() => {
        this.parameter(isInDouble);
      });
    } else if (this.startsWith("'") && !isInDouble) this.escapedQuotes();
    else if (this.take(NAME) !== undefined) this.found(from + 1, this.at, 'read');
    else this.take(/[\d@*#?$!-]/y);
  }

  /** `${...}`, behind the brace. */
  private parameter(isInDouble: boolean): void {
    const isIndirect = this.startsWith('!');
    this.take(/[#!](?=\w)/y);
    const start = this.at;
    const name = this.take(NAME);
    if (name === undefined) this.take(/\d+|[@*#?$!-]/y);
    // A list of the names that begin so, and not that variable.
    if (isIndirect && /^[@*]\}$/.test(this.text.slice(this.at, this.at + 2))) {
      this.skipPast('}');
      return;
    }
    const isSet = /^:?=/.test(this.text.slice(this.at, this.at + 2));
    this.found(start, name === undefined ? start : this.at, isSet ? 'set' : 'read');
    if (this.startsWith('[')) this.subscript(name ?? '');
    if (this.take(/:(?![-=?+])/y) !== undefined) this.arithmetic('}');
    else {
      const isPattern = /[#%/^,]/.test(this.char);
      this.operand(isInDouble && !isPattern);
    }
  }

  /** What stands behind the operator of `${X:-...}`, with its brace. */
  private operand(isSingleQuoteText: boolean): void {
    while (!this.isAtEnd) {
      const { char } = this;
      if (char === '}') {
        this.at++;
        return;
      }
      if (char === "'" && isSingleQuoteText) this.at++;
      else this.piece(undefined);
    }
  }

  /** `[...]` behind the name of an array. */
  protected subscript(name: string): void {
    if (this.take(/\[[@*]\]/y) !== undefined) return;
    if (!this.shared.associative.has(name)) {
      this.arithmeticAfter(1, ']');
      return;
    }
    this.at++;
    while (!this.isAtEnd && this.char !== ']') this.piece(undefined);
    this.at++;
  }

  /** Whether the `((` at an offset is arithmetic: its two ends stand together. */
  protected isArithmetic(offset: number): boolean {
    this.closing ??= matchingParentheses(this.text);
    const outer = this.closing.get(offset);
    return outer === undefined || this.closing.get(offset + 1) === outer - 1;
  }

  protected arithmeticAfter(opening: number, end: '))' | ']'): void {
    this.at += opening;
    this.deeper(() => {
      this.arithmetic(end);
    });
  }

  /** Arithmetic up to its end, in which a name needs no `$`. Without `end` all of the text is arithmetic. */
  arithmetic(end?: '))' | ']' | '}'): void {
    for (let open = 0; !this.isAtEnd;) {
      if (open === 0 && end !== undefined && this.startsWith(end)) {
        this.at += end.length;
        return;
      }
      const start = this.at;
      const name = this.take(NAME);
      if (name !== undefined) {
        const after = this.at;
        const isSet = /(?:\+\+|--)$/.test(this.text.slice(Math.max(0, start - 2), start));
        if (this.startsWith('[')) this.subscript(name);
        ASSIGNS.lastIndex = this.at;
        this.found(start, after, isSet || ASSIGNS.test(this.text) ? 'set' : 'read');
      } else if (this.take(NUMBER) === undefined) {
        const { char } = this;
        if (char === '(') open++;
        else if (char === ')') open = Math.max(0, open - 1);
        // Between quotes it is arithmetic all the same.
        if (char === '"' || char === "'") this.at++;
        else this.piece(undefined);
      }
    }
  }

  /** One character with all that it begins: a quoted text, an expansion, a protected character. */
  protected piece(word: Word | undefined): void {
    const from = this.at;
    const { char } = this;
    switch (char) {
      case '\\':
        this.at += 2;
        word?.quote();
        if (this.text[from + 1] !== '\n') word?.add(this.text.charAt(from + 1), from + 1);
        return;
      case "'":
        word?.quote();
        this.singleQuotes(word);
        return;
      case '"':
        this.at++;
        word?.quote();
        this.expandable(word, '"');
        return;
      case '$':
        this.dollar(false);
        if (this.at === from + 1) word?.add('$', from);
        else word?.addUnknown();
        return;
      case '`':
        this.backquotes(false);
        word?.addUnknown();
        return;
      default:
        this.at++;
        word?.add(char, from);
    }
  }

  private singleQuotes(word: Word | undefined): void {
    const from = ++this.at;
    this.skipPast("'");
    const to = this.text[this.at - 1] === "'" && this.at > from ? this.at - 1 : this.at;
    for (let at = from; word && at < to; at++) word.add(this.text.charAt(at), at);
  }

  /** `$'...'`, in which a backslash protects the quote. */
  private escapedQuotes(): void {
    this.take(/'(?:\\[^]|[^'\\])*'?/y);
  }

  /** Text in which expansions count and quotes do not, up to its end: of double quotes or a here-document. */
  expandable(word: Word | undefined, end?: '"'): void {
    while (!this.isAtEnd && this.char !== end) {
      const from = this.at;
      const next = this.text.charAt(from + 1);
      if (this.char === '\\' && /[$`"\\\n]/.test(next) && (next !== '"' || end === '"')) {
        this.at += 2;
        if (next !== '\n') word?.add(next, from + 1);
      } else if (this.char === '$') {
        this.dollar(true);
        if (this.at === from + 1) word?.add('$', from);
        else word?.addUnknown();
      } else if (this.char === '`') {
        this.backquotes(true);
        word?.addUnknown();
      } else {
        word?.add(this.char, from);
        this.at++;
      }
    }
    if (end !== undefined) this.at++;
  }

  /** The text of a here-document; `isScript` where a shell reads it. */
  hereDocument(isQuoted: boolean, isScript: boolean): void {
    const word = new Word();
    if (isQuoted) while (!this.isAtEnd) word.add(this.char, this.at++);
    else this.expandable(word);
    if (isScript) this.script(word);
  }

  /** A command in backquotes, in which a backslash protects another one, a `$` and a backquote. */
  private backquotes(isInDouble: boolean): void {
    const inner = new Word();
    for (this.at++; !this.isAtEnd && this.char !== '`'; this.at++) {
      const next = this.text.charAt(this.at + 1);
      if (this.char === '\\' && (/[$`\\]/.test(next) || (isInDouble && next === '"'))) this.at++;
      inner.add(this.char, this.at);
    }
    this.at++;
    this.script(inner);
  }

  /** Has a script read that stands in this one. */
  protected script(inner: MappedText): void {
    // What is not known may end with anything.
    if (inner.text.replaceAll(UNKNOWN, '') === '') return;
    this.within(inner, (reader) => {
      reader.commands();
    });
  }

  protected skipPast(text: string): void {
    const found = this.text.indexOf(text, this.at);
    this.at = found < 0 ? this.text.length : found + text.length;
  }
}
