// What the npm package exports: published as its index.d.ts. It depends on no other package, so the types of LSP are
// repeated here as far as they are needed.

/** A place in a text: 0-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From one position to another, which is not included. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning' | 'hint';

/** A replacement in a text. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/** A change that repairs a problem. */
export interface Fix {
  readonly title: string;
  /** Whether it is most probably what the author meant. */
  readonly preferred: boolean;
  /** Whether it cannot change what the author meant. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** A mistake in a file. */
export interface Problem {
  /** `error`: dstack rejects the file. */
  readonly severity: Severity;
  /** A stable name, with a page in `docs/problems/`. */
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  /** The most likely first. */
  readonly fixes: readonly Fix[];
}

export interface LanguageOptions {
  /** The release of dstack whose rules apply, such as `0.20` or `0.20.29`. By default the newest known. */
  readonly dstackVersion?: string;
}

export interface CheckOptions extends LanguageOptions {
  /** The name of the file, which says whether it is `profiles.yml`. By default the content decides. */
  readonly filename?: string;
}

/** The problems of a dstack configuration file. Throws a `TypeError` if an argument is of another type. */
export declare function check(text: string, options?: CheckOptions): readonly Problem[];

/** The text after all changes that have only one possible meaning. */
export declare function fix(text: string, options?: CheckOptions): string;

/** A text with the name of its file. */
export interface Document {
  readonly text: string;
  readonly filename?: string;
}

export interface Suggestion {
  readonly label: string;
  /** One to three words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What accepting it changes. */
  readonly edit: TextEdit;
}

/** The features of the language server, for one text at a time. */
export interface Language {
  /** What can be written at a position, the most likely first. */
  complete(document: Document, position: Position): readonly Suggestion[];
  /** What there is to know about the text at a position, in Markdown. */
  hover(document: Document, position: Position): string | undefined;
  /** The changes that lay the file out. */
  format(document: Document): readonly TextEdit[];
  /** The configuration as dstack reads it, as YAML; undefined while it cannot be read. */
  resolve(document: Document): string | undefined;
}

export declare function createLanguage(options?: LanguageOptions): Language;

/** The newest release of dstack that is known, whose rules apply by default. */
export declare const dstackVersion: string;
