/** A text, and for each of its characters where that stands in another text; -1 for what stands nowhere. */
export interface MappedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** What stands for an expansion, whose text nobody knows: it belongs to no name and separates nothing. */
export const UNKNOWN = '\uFFFC';

/** A word of a command without its quotes. It is filled while it is read. */
export class Word implements MappedText {
  private readonly parts: string[] = [];
  readonly offsets: number[] = [];
  /** So many characters stand in front of the first quote, backslash or expansion. */
  bare = Infinity;

  get text(): string {
    return this.parts.join('');
  }

  /** Whether nothing in it is quoted or expanded, as in a word that the shell knows itself. */
  get isBare(): boolean {
    return this.bare === Infinity;
  }

  add(char: string, offset: number): void {
    this.parts.push(char);
    this.offsets.push(offset);
  }

  /** What follows is quoted or expanded. */
  quote(): void {
    this.bare = Math.min(this.bare, this.offsets.length);
  }

  addUnknown(): void {
    this.quote();
    this.add(UNKNOWN, -1);
  }
}

/** The same from `from` on. */
export function sliceFrom({ text, offsets }: MappedText, from: number, to?: number): MappedText {
  return { text: text.slice(from, to), offsets: offsets.slice(from, to) };
}

/** Words with a space between them, as `eval` reads them. */
export function joined(words: readonly MappedText[]): MappedText {
  return {
    text: words.map(({ text }) => text).join(' '),
    offsets: words.flatMap(({ offsets }, index) => (index === 0 ? offsets : [-1, ...offsets])),
  };
}
