import type { Word } from './mapped-text';
import type { Sink } from './name';
import { findingsIn, isDeclaration, wordsAsNames } from './programs';
import {
  isReadByShell,
  isScriptFile,
  printedText,
  readsScript,
  writesScript,
  type Simple,
} from './shells';
import { Words } from './words';

/** A here-document whose text begins on the next line. */
interface HereDocument {
  readonly end: string;
  readonly stripsTabs: boolean;
  readonly isQuoted: boolean;
  /** The command that reads it; it is complete at the end of the line. */
  readonly command: Simple;
}

/** Words of the shell before and after which a command begins or ends. */
const KEYWORDS = new Set('if then else elif fi do done while until ! { } time coproc'.split(' '));

const REST_OF_LINE = /[^\n]*/y;
const SPACES = /[ \t]+/y;
const PIPE = /\|&?(?!\|)/y;
const OPERATOR = /&&|\|\||[^]/y;
const TIME_OPTION = /[ \t]+-p(?![^\s])/y;
const CASE_END = /;;&?|;&/y;
const REDIRECTION = /<<<|<<-?|&?[<>][<>&|]*-?/y;
const NO_PARAMETERS = /[ \t]*\([ \t]*\)/y;
const COMPARISON = /^-(?:eq|ne|lt|le|gt|ge)$/;

/** Reads the commands of a script: lists, compound commands, assignments, redirections and here-documents. */
export class Commands extends Words {
  private hereDocuments: HereDocument[] | undefined;
  /** The command that was read last, and the one before the `|` of the next. */
  private last: Simple | undefined;
  private input: Simple | undefined;

  commands(end?: ')'): void {
    this.list(end);
  }

  protected readerOf(text: string, sink: Sink, depth: number, level: number): Commands {
    return new Commands(text, sink, this.shared, depth, level);
  }

  /** Reads commands up to and including their end; returns whether that was the `esac` in place of a `;;`. */
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

  protected separator(): void {
    const { char } = this;
    if (this.skip(PIPE)) this.input = this.last;
    else {
      if (char !== '\n') this.input = undefined;
      this.skip(OPERATOR);
    }
    if (char === '\n') this.readHereDocuments();
  }

  /**
   * Reads a command up to its separator, which is not consumed; returns whether it was `esac` where that may end a
   * case.
   */
  private command(mayEndCase: boolean): boolean {
    const simple: Simple = { words: [] };
    for (this.blanks(); !this.isAtEnd && !this.isOneOf('\n;)'); this.blanks()) {
      if (this.redirection(simple)) continue;
      if (this.isOneOf('&|')) break;
      const [name] = simple.words;
      if (this.char === '(') {
        if (!this.parenthesis(name)) break;
        // The body of a function begins after its name.
        simple.words = [];
        continue;
      }
      const word = this.word(!name ? 'set' : isDeclaration(name.text) ? 'declared' : undefined);
      if (!name && word.isBare) {
        const { text } = word;
        if (mayEndCase && text === 'esac') return true;
        if (KEYWORDS.has(text) || this.compound(text)) {
          if (text === 'time') this.skip(TIME_OPTION);
          continue;
        }
      }
      if (!name && this.assignment(word)) continue;
      if (this.isOneOf('<>') && this.descriptor(word)) continue;
      simple.words.push(word);
    }
    if (simple.words.length > 0) this.simpleCommand(simple);
    return false;
  }

  private redirection(simple: Simple): boolean {
    const next = this.text.charAt(this.at + 1);
    const isOne = this.char === '&' ? next === '>' : this.isOneOf('<>') && next !== '(';
    if (!isOne) return false;
    const operator = this.take(REDIRECTION) ?? '';
    this.skip(SPACES);
    if (this.isAtEnd || this.isOneOf('\n;&|()')) return true;
    const target = this.word();
    if (operator === '<<<') (simple.inputs ??= []).push(target);
    else if (operator.startsWith('<<'))
      (this.hereDocuments ??= []).push({
        end: target.text,
        stripsTabs: operator === '<<-',
        isQuoted: !target.isBare,
        command: simple,
      });
    else if (operator.startsWith('>') && isScriptFile(target.text)) simple.isScript = true;
    return true;
  }

  /** The number before a redirection, or `{NAME}`, which gets the number of what is opened. */
  private descriptor({ text, isBare }: Word): boolean {
    if (!isBare) return false;
    const isVariable = /^\{[A-Za-z_]\w*\}$/.test(text);
    if (isVariable) this.found(this.at - text.length + 1, this.at - 1, 'set');
    return isVariable || /^\d+$/.test(text);
  }

  /** Something that begins with a parenthesis: a subshell, arithmetic, or the mark of a function after its name. */
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
        else this.name(this.word(), 0, 'set');
        return true;
      }
      case 'function':
        this.word();
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
    this.word();
    this.blankLines();
    if (this.word().text !== 'in') return;
    for (this.blankLines(); !this.isAtEnd; this.blankLines()) {
      if (this.char === '(') this.at++;
      for (this.blankLines(); !this.isAtEnd && this.char !== ')'; this.blankLines()) {
        const { text, isBare } = this.word();
        if (isBare && text === 'esac') return;
      }
      this.at++;
      if (this.list(';;')) return;
    }
  }

  /** `[[ ... ]]`: operands of numeric comparisons are arithmetic. */
  private condition(): void {
    let before: Word | undefined;
    for (this.blankLines(); !this.isAtEnd; this.blankLines()) {
      if (this.isOneOf('()<>&|;')) {
        this.at++;
        continue;
      }
      const word = this.word();
      const operator = before?.isBare ? before.text : '';
      if (word.isBare && word.text === ']]') return;
      if (operator === '-v') this.name(word, 0, 'read');
      if (COMPARISON.test(operator)) this.arithmeticIn(word);
      if (before && word.isBare && COMPARISON.test(word.text)) this.arithmeticIn(before);
      before = word;
    }
  }

  private simpleCommand(simple: Simple): void {
    const { words, inputs } = simple;
    for (const finding of findingsIn(words)) {
      if (finding.kind === 'arithmetic') this.arithmeticIn(finding.text);
      else if (finding.kind === 'script') this.script(finding.text);
      else if (finding.kind === 'associative') this.shared.associative.add(finding.name);
      else if (finding.kind === 'integer') this.shared.integers.add(finding.name);
      else this.foundIn(finding.word, finding.from, finding.to, finding.role);
    }
    if (this.shared.looksUp) for (const word of wordsAsNames(words)) this.name(word, 0, 'read');
    if (inputs && readsScript(words)) inputs.forEach((input) => this.script(input));
    if (simple.isScript) this.printed(simple);
    if (this.input) {
      this.input.output = simple;
      if (readsScript(words) || writesScript(words)) this.printed(this.input);
    }
    this.input = undefined;
    this.last = simple;
  }

  /** What a command prints is a script. */
  private printed({ words }: Simple): void {
    const text = printedText(words);
    if (text) this.script(text);
  }

  private readHereDocuments(): void {
    const pending = this.hereDocuments ?? [];
    this.hereDocuments = undefined;
    for (const { end, stripsTabs, isQuoted, command } of pending) {
      const start = this.at;
      const text = this.text.slice(start, this.endOfHereDocument(end, stripsTabs));
      const isScript = isReadByShell(command);
      if (isQuoted && !isScript) continue;
      const inner = { text, offset: (index: number) => start + index };
      this.within(inner, (reader) => {
        reader.hereDocument(isQuoted, isScript);
      });
    }
  }

  /** Moves to after the line that ends a here-document, and returns the end of its text. */
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
