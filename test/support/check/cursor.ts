/** Where the cursor is in a text that marks it with `$0`. */
export interface Marked {
  readonly text: string;
  readonly offset: number;
}

/** Takes the `$0` out of a text. There has to be exactly one. */
export function cursorIn(marked: string): Marked {
  const offset = marked.indexOf('$0');
  if (offset < 0 || marked.includes('$0', offset + 2)) {
    throw new Error(`The text needs one $0:\n${marked}`);
  }
  return { text: marked.slice(0, offset) + marked.slice(offset + 2), offset };
}
