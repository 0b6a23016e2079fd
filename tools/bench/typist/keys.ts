import type { Document } from './document';
import { languageOf, type EnterRule, type Pair } from './languages';
import type { Settings } from './settings';

/** The effect of keys on a document, with auto-indentation and automatically closed pairs. */
export class Keys {
  /** The characters that were closed automatically in the line of the cursor, by their distance from its end. */
  private closed: number[] = [];
  /** The line that has only the indentation from Enter. */
  private indented: number | undefined;

  constructor(
    private readonly document: Document,
    private readonly settings: Settings,
  ) {}

  type(character: string): void {
    const { document } = this;
    this.indented = undefined;
    if (document.selection) return document.replace(document.selection, character);
    const distance = document.after.length;
    if (document.after.startsWith(character) && this.closed.includes(distance)) {
      this.closed = this.closed.filter((one) => one !== distance);
      return document.replaceAround(0, 1, character);
    }
    const pair = this.pairToClose(character);
    document.replaceAround(0, 0, character + (pair?.close ?? ''));
    if (!pair) return;
    this.closed.push(distance + pair.close.length);
    document.cursor = {
      ...document.cursor,
      character: document.cursor.character - pair.close.length,
    };
  }

  enter(): void {
    const { document } = this;
    const { line } = document.cursor;
    this.closed = [];
    const [indentation, outdented] = this.indentationAfter();
    if (this.indented === line && document.line.trim() === '')
      document.replaceAround(document.before.length, document.after.length, '');
    document.replaceAround(0, 0, `\n${indentation}`);
    const { cursor } = document;
    if (outdented !== undefined) {
      document.replaceAround(0, 0, `\n${outdented}`);
      document.cursor = cursor;
    }
    this.indented = indentation === '' ? undefined : cursor.line;
  }

  /**
   * Deletes a character; within indentation, everything back to the previous tab stop; of an empty pair, both
   * characters.
   */
  backspace(): void {
    const { document } = this;
    const { before, after } = document;
    this.indented = undefined;
    if (document.selection) return document.replace(document.selection, '');
    if (before === '') return this.joinWithLineAbove();
    const distance = after.length;
    if (this.closed.includes(distance) && this.opens(before.slice(-1), after.charAt(0))) {
      this.closed = this.closed.filter((one) => one !== distance);
      return document.replaceAround(1, 1, '');
    }
    const { tabSize } = this.settings;
    const isIndentation = before.trim() === '' && !before.includes('\t');
    const count = isIndentation ? before.length % tabSize || tabSize : 1;
    document.replaceAround(count, 0, '');
  }

  delete(): void {
    const { document } = this;
    if (document.selection) return document.replace(document.selection, '');
    if (document.after !== '') return document.replaceAround(0, 1, '');
    const { line } = document.cursor;
    if (line + 1 === document.lines.length) return;
    document.replace({ start: document.cursor, end: { line: line + 1, character: 0 } }, '');
  }

  private joinWithLineAbove(): void {
    const { line } = this.document.cursor;
    const above = this.document.lines[line - 1];
    if (above === undefined) return;
    const start = { line: line - 1, character: above.length };
    this.document.replace({ start, end: { line, character: 0 } }, '');
  }

  private opens(open: string, close: string): boolean {
    return this.language().pairs.some((pair) => pair.open === open && pair.close === close);
  }

  private language() {
    const { document } = this;
    return languageOf(document.tokenAt(document.cursor.character).language);
  }

  /** The pair that is closed when a character is typed at the cursor. */
  private pairToClose(character: string): Pair | undefined {
    const { document, settings } = this;
    const pair = this.language().pairs.find(({ open }) => open === character);
    const isQuote = /['"`]/.test(character);
    const setting = isQuote ? settings.autoClosingQuotes : settings.autoClosingBrackets;
    if (!pair || setting === 'never') return undefined;
    const { before, after } = document;
    const allowed = isQuote ? /^(?:$|[;:.,=}\])> \t])/ : /^(?:$|['"`;:.,=}\])> \t])/;
    if (!allowed.test(after)) return undefined;
    if (isQuote && /[^\s`~!@#$%^&*()\-=+[{\]}\\|;:'",.<>/?]$/.test(before)) return undefined;
    if (before === '') return pair;
    const { type } = document.tokenAt(before.length - 1);
    return pair.notIn?.includes(type) ? undefined : pair;
  }

  /** What Enter writes after the line break, and the line after that if a bracket is closed. */
  private indentationAfter(): [string, string?] {
    const { document, settings } = this;
    const indentation = /^\s*/.exec(document.before)?.[0] ?? '';
    if (settings.autoIndent === 'none') return [''];
    if (settings.autoIndent === 'keep') return [indentation];
    const deeper = indentation + ' '.repeat(settings.tabSize);
    const action = this.enterRule()?.action;
    if (action) {
      const kept = indentation.slice(0, indentation.length - (action.removeText ?? 0));
      const append = action.appendText ?? '';
      if (action.indent === 'indent') return [kept + ' '.repeat(settings.tabSize) + append];
      if (action.indent === 'outdent') return [kept.slice(settings.tabSize) + append];
      return [kept + append];
    }
    const [before, after] = this.aroundCursor();
    const bracket = this.language().brackets.find(([open]) => before.trimEnd().endsWith(open));
    if (!bracket) return [indentation];
    return after.trimStart().startsWith(bracket[1]) ? [deeper, indentation] : [deeper];
  }

  private enterRule(): EnterRule | undefined {
    if (!['advanced', 'full'].includes(this.settings.autoIndent)) return undefined;
    const { lines, cursor } = this.document;
    const previous = lines[cursor.line - 1] ?? '';
    const [before, after] = this.aroundCursor();
    return this.language().onEnterRules.find(
      ({ beforeText, afterText, previousLineText }) =>
        beforeText.test(before) &&
        (afterText?.test(after) ?? true) &&
        (previousLineText?.test(previous) ?? true),
    );
  }

  private aroundCursor(): [string, string] {
    const { document } = this;
    const { character } = document.cursor;
    const end = document.line.length;
    return [
      document.withoutQuotedBrackets(0, character),
      document.withoutQuotedBrackets(character, end),
    ];
  }
}
