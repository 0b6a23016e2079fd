import type { CompletionContext } from 'vscode-languageserver-protocol';
import type { Document, Word } from './document';
import { languageOf } from './languages';
import { INCOMPLETE, INVOKED, triggeredBy, type TypingServer } from './server';
import { settingsFor, type Settings } from './settings';
import { suggestionsOf, wordSuggestions, type Suggestion } from './suggestion';
import { SuggestionList } from './suggestion-list';

/** The place where a list was requested. */
interface Place {
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly word: Word;
}

/** The reason why a list was requested. */
interface Trigger {
  readonly place: Place;
  readonly context: CompletionContext;
  /** By typing, not by a command. */
  readonly auto: boolean;
}

/** What the user sees. It stays while the next list is on its way. */
interface Widget {
  readonly focused: Suggestion | undefined;
  /** Whether Enter would change the text, as the setting `smart` requires. */
  readonly makesTextEdit: boolean;
  /** The text after the cursor when the list was requested. */
  readonly after: string;
}

interface Reused {
  readonly server: readonly Suggestion[];
  readonly words: readonly Suggestion[];
}

/**
 * When VS Code asks for suggestions, shows and drops them: `SuggestModel` and `SuggestController`. The caller reports
 * each key, then calls `settle`; an answer comes as many keys after its request as `delay` returns for it.
 */
export class Suggest {
  widget: Widget | undefined;
  private trigger: Trigger | undefined;
  private list: SuggestionList | undefined;
  private answer: { readonly promise: Promise<Suggestion[]>; readonly due: number } | undefined;
  private quickSuggestion = false;
  private keys = 0;

  constructor(
    private readonly document: Document,
    private readonly server: TypingServer,
    private readonly settings: Settings,
    private readonly delay: () => number,
  ) {}

  /** After the text has changed by a key; `typed` is what the key writes, '' for one that deletes. */
  changed(typed: string): void {
    this.keys++;
    if (this.trigger) this.refilter();
    if (!this.trigger && typed !== '') this.quickSuggestion = true;
    if (typed === '' || !this.settings.suggestOnTriggerCharacters) return;
    if (!this.server.triggerCharacters.has(typed) || this.isAtWord()) return;
    const retrigger = this.list !== undefined;
    const words = this.list?.from('words');
    const reused = words && words.length > 0 ? { server: [], words } : undefined;
    this.ask(triggeredBy(typed), retrigger, reused, true);
  }

  /** What happens until the next key: the short wait for quick suggestions, and arriving answers. */
  async settle(): Promise<void> {
    await this.server.synchronize(this.document);
    if (this.quickSuggestion && !this.trigger) this.suggestQuickly();
    this.quickSuggestion = false;
    while (this.answer && this.answer.due <= this.keys) {
      const { promise } = this.answer;
      this.answer = undefined;
      const suggestions = await promise;
      if (!this.trigger) continue;
      this.list = new SuggestionList(suggestions, this.trigger.place.before.length);
      this.update(false);
    }
  }

  /** Closes the list. */
  cancel(): void {
    this.forget();
    this.widget = undefined;
  }

  /** What a command of an accepted item requests. */
  askAgain(): void {
    this.ask(INVOKED, true);
  }

  /** How many characters before and after the cursor a suggestion replaces. */
  replacedBy({ column, start, insertEnd, replaceEnd }: Suggestion): [number, number] {
    const end = this.settings.insertMode === 'replace' ? replaceEnd : insertEnd;
    const moved = this.document.after.length - (this.widget?.after.length ?? 0);
    return [this.document.cursor.character - start, end - column + moved];
  }

  private forget(): void {
    this.quickSuggestion = false;
    this.trigger = undefined;
    this.list = undefined;
    // An answer that is no longer awaited may fail silently.
    this.answer?.promise.catch(() => undefined);
    this.answer = undefined;
  }

  private suggestQuickly(): void {
    if (!this.isAtWord()) return;
    const { type } = this.document.tokenAt(Math.max(this.document.cursor.character - 1, 0));
    const key = type === 'comment' ? 'comments' : type === 'string' ? 'strings' : 'other';
    if (this.settings.quickSuggestions[key] === 'on') this.ask(INVOKED, false);
  }

  /** At the end of a word, or after its first character, that is not a number. */
  private isAtWord(): boolean {
    const { character } = this.document.cursor;
    const word = this.document.wordAtCursor();
    if (!word || (word.end !== character && word.start + 1 !== character)) return false;
    return Number.isNaN(Number(word.text));
  }

  private ask(
    context: CompletionContext,
    retrigger: boolean,
    reused?: Reused,
    serverOnly = false,
  ): void {
    const auto = this.trigger?.auto ?? true;
    if (this.trigger && !retrigger) this.widget = undefined;
    this.forget();
    const { line, before, after } = { line: this.document.cursor.line, ...this.around() };
    const place = { line, before, after, word: this.document.wordUntilCursor() };
    this.trigger = { place, context, auto };
    const promise = this.provide(context, reused, serverOnly);
    this.answer = { promise, due: this.keys + this.delay() };
  }

  /** The items of the server, or those of the words if the server has none; items that are reused are not requested. */
  private async provide(
    context: CompletionContext,
    reused: Reused | undefined,
    serverOnly: boolean,
  ): Promise<Suggestion[]> {
    const { document } = this;
    const cursor = { ...document.cursor };
    const word = document.wordAtCursor();
    const { wordBasedSuggestions } = settingsFor(document.tokenAt(cursor.character).language);
    const { wordPattern } = languageOf(document.language);
    const words = wordBasedSuggestions === 'off' ? [] : wordSuggestions(document, wordPattern);
    if (reused && reused.server.length > 0) return [...reused.server];
    await this.server.synchronize(document);
    const list = await this.server.complete(cursor, context);
    const found = suggestionsOf(list, cursor, word, this.settings.snippetSuggestions);
    if (found.length > 0) return found;
    if (reused && reused.words.length > 0) return [...reused.words];
    return serverOnly ? [] : words;
  }

  private refilter(): void {
    this.update(true);
  }

  /** Updates the list for the place where the cursor is now. */
  private update(refiltered: boolean): void {
    if (!this.trigger) return;
    const { place, auto } = this.trigger;
    const { before } = this.around();
    const word = this.document.wordUntilCursor();
    if (
      this.document.cursor.line !== place.line ||
      indentation(before) !== indentation(place.before)
    )
      return this.cancel();
    if (before.length < place.before.length)
      return word.text === '' ? this.cancel() : this.ask(INVOKED, true);
    if (!this.list) return;
    if (word.text !== '' && word.start > place.word.start) {
      if (this.isAtWord()) this.ask(INVOKED, true, this.reusable());
      return;
    }
    const moved = before.length > place.before.length;
    if (moved && word.text !== '' && this.list.isIncomplete('server'))
      return this.ask(INCOMPLETE, true, { server: [], words: this.list.from('words') }, true);
    this.list.filter(before);
    if (this.list.suggestions.length > 0) return this.show(refiltered);
    if (this.isAtWord() && place.word.end < word.start) return this.ask(INVOKED, true);
    if (auto) this.cancel();
  }

  private reusable(): Reused | undefined {
    const { list } = this;
    return list && { server: list.from('server'), words: list.from('words') };
  }

  private show(refiltered: boolean): void {
    const { list, trigger } = this;
    if (!list || !trigger) return;
    const byCharacter = trigger.context.triggerKind === 2;
    const { selectionMode } = this.settings;
    const withoutFocus =
      selectionMode === 'never' ||
      (selectionMode === 'whenTriggerCharacter' && !byCharacter) ||
      (selectionMode === 'whenQuickSuggestion' && byCharacter && !refiltered);
    const focused = trigger.auto && withoutFocus ? undefined : list.selected;
    this.widget = {
      focused,
      makesTextEdit: !focused || this.makesTextEdit(focused),
      after: trigger.place.after,
    };
  }

  private makesTextEdit({ additionalTextEdits, snippet, start, newText }: Suggestion): boolean {
    if (this.settings.acceptSuggestionOnEnter !== 'smart' || !this.trigger?.auto) return true;
    if (additionalTextEdits || snippet) return true;
    return this.document.before.slice(start) !== newText;
  }

  private around(): { before: string; after: string } {
    return { before: this.document.before, after: this.document.after };
  }
}

function indentation(text: string): string {
  return /^\s*/.exec(text)?.[0] ?? '';
}
