import { lastIndexWhere } from '../base/search';

/** A text, and for each of its characters its offset in another text; -1 if it is not there. */
export interface MappedText {
  readonly text: string;
  offset(index: number): number;
}

/** A placeholder for an expansion, whose text is unknown: it is not part of a name and separates nothing. */
export const UNKNOWN = '\uFFFC';

/** A piece of a mapped text that is contiguous in the other text. */
interface Run {
  /** Its start in each of the two texts. */
  readonly from: number;
  readonly offset: number;
}

/** A word of a command without its quotes. It is filled while it is being read. */
export class Word implements MappedText {
  text = '';
  /** The first piece, and the others; most words have only one. */
  private first = -1;
  private more: Run[] | undefined;
  /** Number of characters before the first quote, backslash or expansion. */
  bare = Infinity;

  /** Whether nothing in it is quoted or expanded, as in a keyword of the shell. */
  get isBare(): boolean {
    return this.bare === Infinity;
  }

  add(text: string, offset: number): void {
    if (this.text === '') this.first = offset;
    else if (this.next() !== offset || offset < 0)
      (this.more ??= []).push({ from: this.text.length, offset });
    this.text += text;
  }

  /** The offset at which added text continues the last piece. */
  private next(): number {
    const { from, offset } = this.more?.at(-1) ?? { from: 0, offset: this.first };
    return offset < 0 ? -1 : offset + this.text.length - from;
  }

  /** What follows is quoted or expanded. */
  quote(): void {
    this.bare = Math.min(this.bare, this.text.length);
  }

  addUnknown(): void {
    this.quote();
    this.add(UNKNOWN, -1);
  }

  offset(index: number): number {
    const { more = [] } = this;
    const run = more[lastIndexWhere(more.length, (at) => (more[at]?.from ?? Infinity) <= index)];
    const { from, offset } = run ?? { from: 0, offset: this.first };
    return offset < 0 ? -1 : offset + index - from;
  }
}

/** A part of a text. */
export function slice(whole: MappedText, from: number, to: number): MappedText {
  return {
    text: whole.text.slice(from, to),
    offset: (index) => whole.offset(from + index),
  };
}

/** Words with a space between them, as `eval` reads them. */
export function joined(words: readonly MappedText[]): MappedText {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    if (starts.length > 0) text += ' ';
    starts.push(text.length);
    text += word.text;
  }
  const offset = (index: number) => {
    const word = lastIndexWhere(starts.length, (at) => (starts[at] ?? Infinity) <= index);
    const at = index - (starts[word] ?? 0);
    return at < (words[word]?.text.length ?? 0) ? (words[word]?.offset(at) ?? -1) : -1;
  };
  return { text, offset };
}
