/** The place of the cursor in a text that marks it with `$0`. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** Removes the `$0` from a text. There must be exactly one. */
export function cursorIn(marked: string): Marked {
  const offset = marked.indexOf('$0');
  if (offset < 0 || marked.includes('$0', offset + 2)) {
    throw new Error(`The text needs one $0:\n${marked}`);
  }
  return { text: marked.slice(0, offset) + marked.slice(offset + 2), offset };
}
