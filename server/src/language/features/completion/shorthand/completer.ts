import type { Schema } from '../../../schema/schema';

/** A value to offer. */
export interface Choice {
  /** The whole value, with what stands before the cursor. */
  readonly text: string;
  /** A few words on what it means; by default what hover says. */
  readonly note?: string;
}

/** What to offer for a value that follows a grammar, given what stands before the cursor; best first. */
export type Completer = (prefix: string, schema: Schema) => readonly Choice[];
