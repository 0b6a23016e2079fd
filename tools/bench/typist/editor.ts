import { Document } from './document';
import { Keys } from './keys';
import { settingsFor, type Settings } from './settings';
import { expandSnippet } from './snippet';
import { Suggest } from './suggest';
import type { Suggestion } from './suggestion';
import type { TypingServer } from './server';
import type { Tokenizer } from './tokens';

/** The options of an editor. */
export interface EditorOptions {
  readonly server: TypingServer;
  readonly tokenizer: Tokenizer;
  readonly language: string;
  readonly uri: string;
  readonly text: string;
  /** After how many further keys each of the server's answers comes; 0 by default. */
  readonly delay?: () => number;
}

/** An editor with default settings, one document and a keyboard. Each key gives the suggestion that it accepted. */
export class Editor {
  private constructor(
    readonly document: Document,
    private readonly settings: Settings,
    private readonly keys: Keys,
    private readonly suggest: Suggest,
  ) {}

  static async open(options: EditorOptions): Promise<Editor> {
    const { server, language, uri, text } = options;
    const document = new Document(text, language, options.tokenizer);
    await server.open(uri, document);
    const settings = settingsFor(language);
    const suggest = new Suggest(document, server, settings, options.delay ?? (() => 0));
    return new Editor(document, settings, new Keys(document, settings), suggest);
  }

  /** The suggestion that Tab would accept. */
  get focused(): Suggestion | undefined {
    return this.suggest.widget?.focused;
  }

  /** A key that writes a character. */
  async type(character: string): Promise<Suggestion | undefined> {
    const { focused } = this;
    const commits =
      this.settings.acceptSuggestionOnCommitCharacter &&
      focused?.commitCharacters.includes(character);
    if (focused && commits) this.accept(focused);
    this.keys.type(character);
    this.suggest.changed(character);
    await this.suggest.settle();
    return commits ? focused : undefined;
  }

  async enter(): Promise<Suggestion | undefined> {
    const { focused } = this;
    const accepts =
      this.settings.acceptSuggestionOnEnter !== 'off' && this.suggest.widget?.makesTextEdit;
    if (focused && accepts) return this.acceptByKey(focused);
    this.keys.enter();
    this.suggest.changed('\n');
    await this.suggest.settle();
    return undefined;
  }

  /** Accepts the selected item; without one it does nothing, since a user would not press it. */
  async tab(): Promise<Suggestion | undefined> {
    return this.focused && this.acceptByKey(this.focused);
  }

  /** Closes the list. */
  escape(): void {
    this.suggest.cancel();
  }

  async backspace(): Promise<void> {
    this.keys.backspace();
    this.suggest.changed('');
    await this.suggest.settle();
  }

  async delete(): Promise<void> {
    this.keys.delete();
    this.suggest.changed('');
    await this.suggest.settle();
  }

  private async acceptByKey(suggestion: Suggestion): Promise<Suggestion> {
    this.accept(suggestion);
    if (suggestion.command === 'editor.action.triggerSuggest') this.suggest.askAgain();
    await this.suggest.settle();
    return suggestion;
  }

  private accept(suggestion: Suggestion): void {
    const { document } = this;
    const [before, after] = this.suggest.replacedBy(suggestion);
    this.suggest.cancel();
    const { line, character } = document.cursor;
    const start = { line, character: Math.max(0, character - before) };
    for (const edit of suggestion.additionalTextEdits ?? [])
      document.replace(edit.range, edit.newText);
    document.cursor = { line, character };
    const { text, stops } = suggestion.snippet
      ? expandSnippet(this.indented(suggestion, start.character))
      : { text: this.indented(suggestion, start.character), stops: [] };
    document.replaceAround(before, after, text);
    const [stop] = stops;
    if (!stop) return;
    const at = (offset: number) => {
      const above = text.slice(0, offset).split('\n');
      const last = above.at(-1)?.length ?? 0;
      const lines = above.length - 1;
      return { line: line + lines, character: lines === 0 ? start.character + last : last };
    };
    document.cursor = at(stop.end);
    if (stop.end > stop.start) document.selection = { start: at(stop.start), end: at(stop.end) };
  }

  private indented({ newText, adjustIndentation }: Suggestion, column: number): string {
    if (!adjustIndentation) return newText;
    const indentation = /^\s*/.exec(this.document.line.slice(0, column))?.[0] ?? '';
    return newText
      .replaceAll('\n', `\n${indentation}`)
      .replaceAll('\t', ' '.repeat(this.settings.tabSize));
  }
}
