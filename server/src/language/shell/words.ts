import { slice, Word, type MappedText } from './mapped-text';
import { NAME_AT_START } from './name';
import { isName } from './programs';
import { Reader } from './reader';

const BLANKS = /(?:[ \t\r]|\\\n)+/y;
const REST_OF_LINE = /[^\n]*/y;
const PROCESS = /[<>]\(/y;
const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[((?:[^\][]|\[[^\][]*\])*)\])?\+?=/;

/** Reads the words of commands, with arrays and other text in parentheses, and assignments. */
export abstract class Words extends Reader {
  /** Moves over what separates commands. */
  protected abstract separator(): void;

  protected blanks(): void {
    this.skip(BLANKS);
    if (this.char === '#') this.skip(REST_OF_LINE);
  }

  protected blankLines(): void {
    for (this.blanks(); this.char === '\n'; this.blanks()) this.separator();
  }

  /** A word up to a blank or an operator. At least one character is read. */
  protected word(array?: 'set' | 'declared'): Word {
    const word = new Word();
    const start = this.at;
    while (!this.isAtEnd && !this.isOneOf(' \t\r\n;&|)')) {
      const before = this.text.charAt(this.at - 1);
      if (this.skip(PROCESS))
        this.deeper(() => {
          this.commands(')');
        });
      else if (this.isOneOf('<>')) break;
      else if (this.char !== '(') {
        this.piece(word);
        continue;
      } else if (array && before === '=' && ASSIGNMENT.test(word.text))
        this.array(array === 'set' && !this.shared.associative.has(nameOf(word)));
      else if (this.at > start && /[?*+@!]/.test(before)) this.pattern();
      else break;
      word.addUnknown();
    }
    if (this.at === start) this.at++;
    return word;
  }

  /** The items of an array, between parentheses; `[INDEX]=` before one may be arithmetic. */
  private array(isIndexed: boolean): void {
    this.at++;
    this.deeper(() => {
      for (this.blankLines(); !this.isAtEnd && this.char !== ')'; this.blankLines())
        this.item(this.word(), isIndexed);
      this.at++;
    });
  }

  private item(word: Word, isIndexed: boolean): void {
    const index = isIndexed ? /^\[([^\]]+)\]\+?=/.exec(word.text)?.[1] : undefined;
    if (index !== undefined) this.arithmeticIn(slice(word, 1, 1 + index.length));
    if (this.shared.looksUp && isName(word)) this.name(word, 0, 'read');
  }

  /** `@(a|b)`, between parentheses. */
  private pattern(): void {
    this.at++;
    this.deeper(() => {
      while (!this.isAtEnd && this.char !== ')') {
        if (this.char === '(') this.pattern();
        else this.piece(undefined);
      }
      this.at++;
    });
  }

  protected assignment(word: Word): boolean {
    const [, name, subscript] = ASSIGNMENT.exec(word.text) ?? [];
    if (name === undefined || name.length >= word.bare) return false;
    this.foundIn(word, 0, name.length, 'set');
    const from = name.length + 1;
    if (subscript && !this.shared.associative.has(name))
      this.arithmeticIn(slice(word, from, from + subscript.length));
    if (this.shared.integers.has(name) || this.shared.looksUp) {
      const value = slice(word, word.text.indexOf('=', from - 1) + 1, word.text.length);
      if (this.shared.integers.has(name)) this.arithmeticIn(value);
      else if (isName(value)) this.name(value, 0, 'read');
    }
    return true;
  }

  protected name(word: MappedText, from: number, role: 'read' | 'set'): void {
    const name = NAME_AT_START.exec(word.text.slice(from))?.[0] ?? '';
    this.foundIn(word, from, from + name.length, role);
  }

  protected arithmeticIn(text: MappedText): void {
    this.within(text, (reader) => {
      reader.arithmetic();
    });
  }
}

/** The name of the variable that a word begins with. */
function nameOf({ text }: Word): string {
  return NAME_AT_START.exec(text)?.[0] ?? '';
}
