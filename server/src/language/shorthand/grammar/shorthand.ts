import type { Grammar, PartKind } from './grammar';
import type { Written } from './write';

/** The notations of a shorthand of several parts. */
export interface Forms {
  /** For each notation its text, with words in capitals, and the part that each of them is. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, PartKind>>>>;
  /** Texts that complete a beginning, so the grammar can read it. */
  readonly continuations: readonly string[];
}

/**
 * A shorthand: all facts about its text. The meaning of a value is in `meaning/`, and suggestions are in
 * `features/completion/shorthand/`.
 *
 * @typeParam T what dstack's model holds, besides null
 */
export interface Shorthand<T = unknown> {
  /** What the text is, in words: `size or range`. */
  readonly noun: string;
  readonly read: Grammar<T | null>;
  /** That a text that the grammar accepts is probably intended. Other grammars accept nearly any text. */
  readonly strict?: true;
  /** The separators of the parts. In a path, a part is one folder. */
  readonly separator?: RegExp;
  /** That a letter before a colon is a drive of Windows. */
  readonly hasDrives?: true;
  /** Names of parts in this shorthand only. */
  readonly partNames?: Readonly<Partial<Record<PartKind, string>>>;
  /** Only for shorthands of several parts: hover and completion describe others completely. */
  readonly forms?: Forms;
  /** An example of several values in one text, if a text means any of the values that it lists. */
  readonly alternatives?: string;
  /** The unit of the limits in a schema, if the value of the model is a number of something. */
  readonly unit?: string;
  /** A text with the name of something defined elsewhere, if it must contain more than the name. */
  withName?(name: string): string;
  /** The names of GPUs in a value that is read. */
  gpusIn?(value: T): readonly string[];
  /** That the value is one amount, which is written as shorthand even where other values have their long form. */
  readonly isAmount?: true;
  /**
   * The text that is read as the value again; undefined if no text can express all of it. The value is one of the
   * model; a writer of amounts accepts any value, since a file can have mistakes, and returns undefined for others.
   * Edits of a file read the text again: a GPU called `8` would be a number of GPUs.
   */
  write?(value: T): Written;
}
