import type { Catalogue } from '../../../catalogue';
import type { LiveFacts } from '../../../live/facts';
import type { Schema } from '../../../schema/schema';
import type { Workspace } from '../../../workspace/workspace';

/** A value to offer. */
export interface Choice {
  /** The whole value, with the text before the cursor. */
  readonly text: string;
  /** One to three words beside it; its documentation is what hover says. */
  readonly note?: string;
  /** What the user's server has said about it, as Markdown. */
  readonly about?: string | undefined;
}

/** What is known about the document and its surroundings. */
export interface Near {
  readonly uri: string;
  readonly catalogue: Catalogue;
  readonly workspace: Workspace | undefined;
  /** What is known of the user's server. */
  readonly live: LiveFacts | undefined;
  /** The whole word at the cursor, also the part after the cursor. */
  readonly written: string;
  /** Variables that the document uses and does not declare. */
  readonly undeclared: () => readonly string[];
  /** The texts of a property of the same mapping: its value, or the items of its list. */
  readonly texts: (property: string) => readonly string[];
}

/** What is known around a value. */
export interface Around extends Near {
  /** The values of real files at such a place, most frequent first. */
  readonly usual: readonly string[];
}

/**
 * The suggestions for a value that follows a grammar or is one of many names, given the text before the cursor; best
 * first. The caller drops what the schema or the grammar rejects, and puts usual values first.
 */
export type Completer = (prefix: string, schema: Schema, around: Around) => readonly Choice[];

/**
 * Whether the user considers a text finished, if the grammar alone cannot decide.
 *
 * @param offered the labels that are offered beside it
 */
export type IsFinished = (
  typed: string,
  offered: readonly string[],
  catalogue: Catalogue,
) => boolean;

/** One to three words beside a value. */
export type NoteOf = (text: string) => string | undefined;

/** Choices for texts without notes, each after `head`. */
export function choices(texts: readonly string[], head = ''): readonly Choice[] {
  return texts.map((text) => ({ text: head + text }));
}

/** Whether one of the texts begins with what is typed, in any letter case, and is longer. */
export function goesOn(typed: string, texts: readonly string[]): boolean {
  return texts.some((text) => startsWith(text, typed));
}

/** Whether a text begins with what is typed, in any letter case, and is longer. */
export function startsWith(text: string, typed: string): boolean {
  return text.length > typed.length && text.toLowerCase().startsWith(typed.toLowerCase());
}
