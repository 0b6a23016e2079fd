import type { Grammar, PartKind } from './grammar';
import type { Written } from './write';

/** The ways to write a short form of several parts. */
export interface Forms {
  /** For each way, as one reads it, its words in capitals, and what part each of them is. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, PartKind>>>>;
  /** Texts that a beginning can go on with, so that the grammar can read it. */
  readonly continuations: readonly string[];
}

/**
 * A short form: all that is known about its text. What a value means is said in `meaning/`, and what is offered while one
 * writes in `features/completion/shorthand/`.
 *
 * @typeParam T what dstack's model holds, besides null
 */
export interface Shorthand<T = unknown> {
  /** What the text is, in words: `size or range`. */
  readonly noun: string;
  readonly read: Grammar<T | null>;
  /** That a text that the grammar accepts can be meant as it is. Other grammars accept nearly any text. */
  readonly strict?: true;
  /** What stands between the parts. Of a path a part is one folder. */
  readonly separator?: RegExp;
  /** What parts are called in this short form only. */
  readonly partNames?: Readonly<Partial<Record<PartKind, string>>>;
  /** Only of short forms of several parts: hover and completion say all that there is to others. */
  readonly forms?: Forms;
  /** An example of several values in one text, where a text stands for any of those that it lists. */
  readonly alternatives?: string;
  /** What the limits in a schema count, where the value of the model is a number of something. */
  readonly unit?: string;
  /** A text with the name of something defined elsewhere, where more than the name belongs in it. */
  withName?(name: string): string;
  /** That the value is one amount, which is written in short also where other values are written in full. */
  readonly isAmount?: true;
  /**
   * The text that is read as the value again; undefined where no text says all of it. The value is one that the model
   * holds; a writer of amounts accepts any value, as a file with mistakes can have it, and writes nothing for others.
   * Who edits a file reads the text again: a GPU called `8` would be a number of GPUs.
   */
  write?(value: T): Written;
}
