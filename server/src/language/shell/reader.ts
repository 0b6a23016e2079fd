import { Cursor } from './cursor';
import { UNKNOWN, Word, type MappedText } from './mapped-text';

const NAME = /[A-Za-z_]\w*/y;
const NUMBER = /\d\w*#?\w*/y;
const SPECIAL_PARAMETER = /[\d@*#?$!-]/y;
const PARAMETER_NUMBER = /\d+|[@*#?$!-]/y;
const LENGTH_OR_INDIRECT = /[#!](?=\w)/y;
const ALL_ITEMS = /\[[@*]\]/y;
const SUBSTRING = /:(?![-=?+])/y;
const ESCAPED_QUOTES = /'(?:\\[^]|[^'\\])*'?/y;
/** Text without special characters: in a word, and where quotes have no meaning either. */
const PLAIN = /[^\s;&|()<>\\'"$`}\]]+/y;
const PLAIN_IN_DOUBLE = /[^\\"$`]+/y;
const ASSIGNS = /\s*(?:[-+*/%&|^]|<<|>>)?=(?!=)|\+\+|--/y;

/**
 * Reads what a shell expands: parameters, arithmetic, quotes and substitutions, as POSIX and Bash have them. `Commands`
 * adds the grammar of commands. It goes through a text once; only what another shell reads in turn is read again.
 */
export abstract class Reader extends Cursor<Reader> {
  /** Reads commands: all of the text, or up to and including a `)`. */
  abstract commands(end?: ')'): void;

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
    else if (this.skip(NAME)) this.found(from + 1, this.at, 'read');
    else this.skip(SPECIAL_PARAMETER);
  }

  /** `${...}`, after the brace. */
  private parameter(isInDouble: boolean): void {
    const isIndirect = this.startsWith('!');
    this.skip(LENGTH_OR_INDIRECT);
    const start = this.at;
    const name = this.take(NAME);
    if (name === undefined) this.skip(PARAMETER_NUMBER);
    // This lists the names with that prefix; it does not use that variable.
    if (isIndirect && /^[@*]\}$/.test(this.text.slice(this.at, this.at + 2))) {
      this.skipPast('}');
      return;
    }
    const isSet = /^:?=/.test(this.text.slice(this.at, this.at + 2));
    this.found(start, name === undefined ? start : this.at, isSet ? 'set' : 'read');
    if (this.startsWith('[')) this.subscript(name ?? '');
    if (this.skip(SUBSTRING)) this.arithmetic('}');
    else {
      const isPattern = /[#%/^,]/.test(this.char);
      this.operand(isInDouble && !isPattern);
    }
  }

  /** What follows the operator of `${X:-...}`, with its brace. */
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

  /** `[...]` after the name of an array. */
  protected subscript(name: string): void {
    if (this.skip(ALL_ITEMS)) return;
    if (!this.shared.associative.has(name)) {
      this.arithmeticAfter(1, ']');
      return;
    }
    this.at++;
    while (!this.isAtEnd && this.char !== ']') this.piece(undefined);
    this.at++;
  }

  /** Whether the `((` at an offset is arithmetic: its two closing parentheses are adjacent. */
  protected isArithmetic(offset: number): boolean {
    const outer = this.closingParenthesis(offset);
    return outer === undefined || this.closingParenthesis(offset + 1) === outer - 1;
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
      } else if (!this.skip(NUMBER)) {
        const { char } = this;
        if (char === '(') open++;
        else if (char === ')') open = Math.max(0, open - 1);
        // It is arithmetic between quotes as well.
        if (char === '"' || char === "'") this.at++;
        else this.piece(undefined);
      }
    }
  }

  /**
   * Text without special characters, or one character with all that it begins: a quoted text, an expansion, a protected
   * character.
   */
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
      default: {
        const plain = word && this.take(PLAIN);
        if (plain === undefined) this.at++;
        word?.add(plain ?? char, from);
      }
    }
  }

  private singleQuotes(word: Word | undefined): void {
    const from = ++this.at;
    this.skipPast("'");
    const to = this.text[this.at - 1] === "'" && this.at > from ? this.at - 1 : this.at;
    word?.add(this.text.slice(from, to), from);
  }

  /** `$'...'`, in which a backslash protects the quote. */
  private escapedQuotes(): void {
    this.skip(ESCAPED_QUOTES);
  }

  /** Text with expansions but without quotes, up to its end: in double quotes or in a here-document. */
  expandable(word: Word | undefined, end?: '"'): void {
    while (!this.isAtEnd && this.char !== end) {
      const from = this.at;
      const next = this.text.charAt(from + 1);
      if (this.char === '\\' && '$`"\\\n'.includes(next) && (next !== '"' || end === '"')) {
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
        const plain = this.take(PLAIN_IN_DOUBLE) ?? this.char;
        word?.add(plain, from);
        this.at = from + plain.length;
      }
    }
    if (end !== undefined) this.at++;
  }

  /** The text of a here-document; `isScript` where a shell reads it. */
  hereDocument(isQuoted: boolean, isScript: boolean): void {
    const word = new Word();
    if (isQuoted) word.add(this.text, 0);
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

  /** Reads a script that is part of this one. */
  protected script(inner: MappedText): void {
    // An unknown text may end with any character.
    if (inner.text.replaceAll(UNKNOWN, '') === '') return;
    this.within(inner, (reader) => {
      reader.commands();
    });
  }
}
