import { INITIAL, type IGrammar, type ITokenizeLineResult, type StateStack } from 'vscode-textmate';
import { loadGrammar } from '../../../test/syntaxes/tokenize';
import { manifest } from './settings';

/** The types of tokens that VS Code distinguishes while typing. */
export type TokenType = 'other' | 'comment' | 'string';

/** A part of a line that is one token. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: TokenType;
  readonly language: string;
}

/** The tokens of lines, by our grammar, with the languages that our package.json embeds. */
export class Tokenizer {
  private readonly embedded = Object.entries(
    manifest().contributes.grammars[0]?.embeddedLanguages ?? {},
  );
  private readonly lines: { text: string; before: StateStack; result: ITokenizeLineResult }[] = [];

  private constructor(
    private readonly grammar: IGrammar,
    private readonly language: string,
  ) {}

  /** For files of `language`; in any other than `dstack` nothing is embedded. */
  static async load(language: string): Promise<Tokenizer> {
    return new Tokenizer(await loadGrammar(), language);
  }

  /** The tokens of line `number` (from 0) of a document. */
  tokens(lines: readonly string[], number: number): Token[] {
    let before: StateStack = INITIAL;
    for (let i = 0; i < number; i++) before = this.line(i, lines[i] ?? '', before).ruleStack;
    const text = lines[number] ?? '';
    return this.line(number, text, before).tokens.map(({ startIndex, endIndex, scopes }) => {
      const embedded = this.embedded.filter(([scope]) => scopes.includes(scope)).at(-1);
      const language = embedded && this.language === 'dstack' ? embedded[1] : this.language;
      const end = Math.min(endIndex, text.length);
      return { start: startIndex, end, type: typeOf(scopes), language };
    });
  }

  private line(number: number, text: string, before: StateStack): ITokenizeLineResult {
    const known = this.lines[number];
    if (known?.text === text && known.before.equals(before)) return known.result;
    const result = this.grammar.tokenizeLine(text, before, 1000);
    this.lines[number] = { text, before, result };
    return result;
  }
}

/** The innermost scope with a type decides. */
function typeOf(scopes: readonly string[]): TokenType {
  for (const scope of [...scopes].reverse()) {
    if (/\bmeta\.embedded\b/.test(scope)) return 'other';
    if (/\bcomment\b/.test(scope)) return 'comment';
    if (/\bstring\b/.test(scope)) return 'string';
  }
  return 'other';
}
