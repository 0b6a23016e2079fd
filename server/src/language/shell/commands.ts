import { slice, Word, type MappedText } from './mapped-text';
import { NAME_AT_START, type Sink } from './name';
import { findingsIn, isDeclaration, readsScript } from './programs';
import { Reader } from './reader';

/** A here-document whose text begins on the next line. */
interface HereDocument {
  readonly end: string;
  readonly stripsTabs: boolean;
  readonly isQuoted: boolean;
  /** The command that reads it; it is complete at the end of the line. */
  readonly command: readonly Word[];
}

/** Words of the shell behind which, as in front of them, a command begins or ends. */
const KEYWORDS = new Set('if then else elif fi do done while until ! { } time coproc'.split(' '));

const BLANKS = /(?:[ \t\r]|\\\n)+/y;
const REST_OF_LINE = /[^\n]*/y;
const SPACES = /[ \t]+/y;
const CASE_END = /;;&?|;&/y;
const PROCESS = /[<>]\(/y;
const REDIRECTION = /<<<|<<-?|&?[<>][<>&|]*-?/y;
const NO_PARAMETERS = /[ \t]*\([ \t]*\)/y;
const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[([^\]]*)\])?\+?=/;
const COMPARISON = /^-(?:eq|ne|lt|le|gt|ge)$/;

/** Reads the commands of a script: lists, compound commands, assignments, redirections and here-documents. */
export class Commands extends Reader {
  private hereDocuments: HereDocument[] | undefined;

  commands(end?: ')'): void {
    this.list(end);
  }

  protected readerOf(text: string, sink: Sink, depth: number, level: number): Commands {
    return new Commands(text, sink, this.shared, depth, level);
  }

  /** Commands up to their end and with it; gives whether that was the `esac` in place of a `;;`. */
  private list(end: ')' | ';;' | undefined): boolean {
    while (!this.isAtEnd) {
      if (this.command(end === ';;')) return true;
      if (this.char === ')') {
        this.at++;
        if (end === ')') return false;
      } else if (this.skip(CASE_END)) {
        if (end === ';;') return false;
      } else this.separator();
    }
    return false;
  }

  private separator(): void {
    const isLineEnd = this.char === '\n';
    this.at++;
    if (isLineEnd) this.readHereDocuments();
  }

  private blanks(): void {
    this.skip(BLANKS);
    if (this.char === '#') this.skip(REST_OF_LINE);
  }

  private blankLines(): void {
    for (this.blanks(); this.char === '\n'; this.blanks()) this.separator();
  }

  /** A command up to what separates it from the next, which stays; gives whether it was `esac` where that may end a case. */
  private command(mayEndCase: boolean): boolean {
    let words: Word[] = [];
    const inputs: Word[] = [];
    for (this.blanks(); !this.isAtEnd && !this.isOneOf('\n;)'); this.blanks()) {
      if (this.redirection(words, inputs)) continue;
      if (this.isOneOf('&|')) break;
      const [name] = words;
      if (this.char === '(') {
        if (!this.parenthesis(name)) break;
        // Behind the name of a function its body begins.
        words = [];
        continue;
      }
      const word = this.word(!name || isDeclaration(name.text));
      if (!name && word.isBare) {
        const { text } = word;
        if (mayEndCase && text === 'esac') return true;
        if (KEYWORDS.has(text) || this.compound(text)) continue;
      }
      if (!name && this.assignment(word)) continue;
      if (this.isOneOf('<>')) this.descriptor(word);
      words.push(word);
    }
    this.simpleCommand(words, inputs);
    return false;
  }

  /** A word up to a blank or an operator. At least one character is read. */
  private word(mayBeArray: boolean): Word {
    const word = new Word();
    const start = this.at;
    while (!this.isAtEnd && !this.isOneOf(' \t\r\n;&|)')) {
      const before = this.text.charAt(this.at - 1);
      if (this.skip(PROCESS)) this.deeper(() => this.list(')'));
      else if (this.isOneOf('<>')) break;
      else if (this.char !== '(') {
        this.piece(word);
        continue;
      } else if (mayBeArray && before === '=' && ASSIGNMENT.test(word.text)) this.array();
      else if (this.at > start && /[?*+@!]/.test(before)) this.pattern();
      else break;
      word.addUnknown();
    }
    if (this.at === start) this.at++;
    return word;
  }

  /** The items of an array, between parentheses. */
  private array(): void {
    this.at++;
    this.deeper(() => {
      for (this.blankLines(); !this.isAtEnd && this.char !== ')'; this.blankLines())
        this.word(false);
      this.at++;
    });
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

  private redirection(words: readonly Word[], inputs: Word[]): boolean {
    const next = this.text.charAt(this.at + 1);
    const isOne = this.char === '&' ? next === '>' : this.isOneOf('<>') && next !== '(';
    if (!isOne) return false;
    const operator = this.take(REDIRECTION) ?? '';
    this.skip(SPACES);
    if (this.isAtEnd || this.isOneOf('\n;&|()')) return true;
    const target = this.word(false);
    if (operator === '<<<') inputs.push(target);
    else if (operator.startsWith('<<'))
      (this.hereDocuments ??= []).push({
        end: target.text,
        stripsTabs: operator === '<<-',
        isQuoted: !target.isBare,
        command: words,
      });
    return true;
  }

  /** `{NAME}` in front of a redirection gets the number of what is opened. */
  private descriptor(word: Word): void {
    if (word.isBare && /^\{[A-Za-z_]\w*\}$/.test(word.text))
      this.foundIn(word, 1, word.text.length - 1, 'set');
  }

  /** What begins with a parenthesis: a subshell, arithmetic, or behind the only word the mark of a function. */
  private parenthesis(name: Word | undefined): boolean {
    if (name) return this.skip(NO_PARAMETERS);
    if (this.startsWith('((') && this.isArithmetic(this.at)) this.arithmeticAfter(2, '))');
    else {
      this.at++;
      this.deeper(() => this.list(')'));
    }
    return true;
  }

  private compound(keyword: string): boolean {
    this.blanks();
    switch (keyword) {
      case 'for':
      case 'select': {
        if (this.startsWith('((')) this.arithmeticAfter(2, '))');
        else this.name(this.word(false), 0, 'set');
        return true;
      }
      case 'function':
        this.word(false);
        this.skip(NO_PARAMETERS);
        return true;
      case 'case':
        this.deeper(() => {
          this.cases();
        });
        return true;
      case '[[':
        this.condition();
        return true;
      default:
        return false;
    }
  }

  private cases(): void {
    this.word(false);
    this.blankLines();
    if (this.word(false).text !== 'in') return;
    for (this.blankLines(); !this.isAtEnd; this.blankLines()) {
      if (this.char === '(') this.at++;
      for (this.blankLines(); !this.isAtEnd && this.char !== ')'; this.blankLines()) {
        const { text, isBare } = this.word(false);
        if (isBare && text === 'esac') return;
      }
      this.at++;
      if (this.list(';;')) return;
    }
  }

  /** `[[ ... ]]`: what is compared as numbers is arithmetic. */
  private condition(): void {
    let before: Word | undefined;
    for (this.blankLines(); !this.isAtEnd; this.blankLines()) {
      if (this.isOneOf('()<>&|;')) {
        this.at++;
        continue;
      }
      const word = this.word(false);
      const operator = before?.isBare ? before.text : '';
      if (word.isBare && word.text === ']]') return;
      if (operator === '-v') this.name(word, 0, 'read');
      if (COMPARISON.test(operator)) this.arithmeticIn(word);
      if (before && word.isBare && COMPARISON.test(word.text)) this.arithmeticIn(before);
      before = word;
    }
  }

  private assignment(word: Word): boolean {
    const [, name, subscript] = ASSIGNMENT.exec(word.text) ?? [];
    if (name === undefined || name.length >= word.bare) return false;
    this.foundIn(word, 0, name.length, 'set');
    const from = name.length + 1;
    if (subscript && !this.shared.associative.has(name))
      this.arithmeticIn(slice(word, from, from + subscript.length));
    return true;
  }

  private name(word: MappedText, from: number, role: 'read' | 'set'): void {
    const name = NAME_AT_START.exec(word.text.slice(from))?.[0] ?? '';
    this.foundIn(word, from, from + name.length, role);
  }

  private arithmeticIn(text: MappedText): void {
    this.within(text, (reader) => {
      reader.arithmetic();
    });
  }

  private simpleCommand(words: readonly Word[], inputs: readonly Word[]): void {
    for (const finding of findingsIn(words)) {
      if (finding.kind === 'arithmetic') this.arithmeticIn(finding.text);
      else if (finding.kind === 'script') this.script(finding.text);
      else if (finding.kind === 'associative') this.shared.associative.add(finding.name);
      else this.foundIn(finding.word, finding.from, finding.to, finding.role);
    }
    if (inputs.length > 0 && readsScript(words)) inputs.forEach((input) => this.script(input));
  }

  private readHereDocuments(): void {
    const pending = this.hereDocuments ?? [];
    this.hereDocuments = undefined;
    for (const { end, stripsTabs, isQuoted, command } of pending) {
      const start = this.at;
      const text = this.text.slice(start, this.endOfHereDocument(end, stripsTabs));
      const isScript = readsScript(command);
      if (isQuoted && !isScript) continue;
      const inner = { text, offset: (index: number) => start + index };
      this.within(inner, (reader) => {
        reader.hereDocument(isQuoted, isScript);
      });
    }
  }

  /** Moves behind the line that ends a here-document, and gives where its text ends. */
  private endOfHereDocument(end: string, stripsTabs: boolean): number {
    while (!this.isAtEnd) {
      const start = this.at;
      const line = this.take(REST_OF_LINE) ?? '';
      this.at++;
      if ((stripsTabs ? line.replace(/^\t+/, '') : line) === end) return start;
    }
    return this.text.length;
  }
}
