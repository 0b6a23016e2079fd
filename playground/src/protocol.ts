import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { ReleaseAnswer } from '../../server/src/language/features/release';
import type { StarterItem } from '../../server/src/language/features/starters';

/** A text, and the version of dstack to check it against; undefined for the newest that is known. */
export interface Source {
  readonly text: string;
  readonly release: string | undefined;
}

/** A problem of a text, as it is shown. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

/** What is known of a text as a whole. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** The configuration as dstack reads it, as YAML; undefined while it cannot be read. */
  readonly resolved: string | undefined;
  readonly release: ReleaseAnswer;
}

/** A change of the text, with what it does in a few words. */
export interface Change {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A row of the list of completion. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'property' | 'enum' | 'variable' | 'text';
  /** One to three words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly isDeprecated: boolean;
  readonly edit: TextEdit;
  /** Whether the new text is in LSP's snippet syntax. */
  readonly isSnippet: boolean;
  /** Whether suggestions follow once it is written. */
  readonly suggestsNext: boolean;
}

/** A problem with its fixes, the most likely first. */
export interface FixableProblem {
  readonly problem: Problem;
  readonly fixes: readonly Change[];
}

/** What is known of a place. */
export interface Description {
  readonly problems: readonly FixableProblem[];
  /** Markdown. */
  readonly documentation?: string;
  /** The text that the documentation is about. */
  readonly range?: Range;
  /** Other ways to write the same. */
  readonly rewrites: readonly Change[];
}

/** What the page asks the worker. */
export interface Calls {
  /** `typedAt`: the end of what was typed last, while the line is being written. */
  readonly check: {
    params: Source & { readonly typedAt: Position | undefined };
    result: Checked;
  };
  /** `trigger`: the character that was typed, if it is not a part of a word. */
  readonly complete: {
    params: Source & { readonly position: Position; readonly trigger: string | undefined };
    result: readonly Suggestion[];
  };
  readonly describe: {
    params: Source & { readonly position: Position };
    result: Description;
  };
  /** Makes all safe fixes; undefined if there is none. */
  readonly fixAll: { params: Source; result: Change | undefined };
  readonly format: { params: Source; result: readonly TextEdit[] };
  /** The page of a problem code, as Markdown; undefined if there is none. */
  readonly explain: { params: { readonly code: string }; result: string | undefined };
  readonly starters: {
    params: Pick<Source, 'release'>;
    result: readonly StarterItem[];
  };
}

export type Method = keyof Calls;

/** A call as it is posted to the worker. */
export type Message<M extends Method = Method> = {
  readonly [K in M]: {
    readonly id: number;
    readonly method: K;
    readonly params: Calls[K]['params'];
  };
}[M];

/** The answer to the call with this number: a result, or the message of an exception. */
export interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

/** A function for each call. */
export type Handlers = {
  readonly [M in Method]: (params: Calls[M]['params']) => Calls[M]['result'];
};
