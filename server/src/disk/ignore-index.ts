import type { NamePattern } from './ignore-names';

/** A name in a pattern, or `**` for any number of folders. */
export type Segment = '**' | NamePattern;

/** A line of a `.gitignore`. */
export interface Pattern {
  readonly segments: readonly Segment[];
  readonly folderOnly: boolean;
  /** Whether it ignores, or with `!` includes again. */
  readonly ignores: boolean;
  /** The line; the last one that fits decides. */
  readonly order: number;
}

/** Patterns by a text that a name must have, and the lengths of those texts. */
class ByText {
  private readonly lists = new Map<string, Pattern[]>();
  readonly lengths = new Set<number>();

  add(text: string, pattern: Pattern): void {
    const list = this.lists.get(text);
    if (list) list.push(pattern);
    else this.lists.set(text, [pattern]);
    this.lengths.add(text.length);
  }

  get(text: string): readonly Pattern[] {
    return this.lists.get(text) ?? [];
  }
}

/**
 * The patterns of a file by what a matching path must have, so only a few of thousands are tried: the whole last name,
 * its end (`*.log`), its beginning (`tmp*`), or the outermost folder (`build/*`). Most patterns of real files are found
 * by one of these.
 */
export class PatternIndex {
  private readonly byName = new ByText();
  private readonly byEnd = new ByText();
  private readonly byStart = new ByText();
  private readonly byFolder = new ByText();
  private readonly others: Pattern[] = [];

  /** Adds a pattern; the order is kept. */
  add(pattern: Pattern): void {
    const { segments } = pattern;
    const name = named(segments.at(-1));
    const folder = named(segments[0]);
    if (name && !name.end && name.start.text) this.byName.add(name.start.text, pattern);
    else if (name?.end?.text) this.byEnd.add(name.end.text, pattern);
    else if (name?.start.text) this.byStart.add(name.start.text, pattern);
    else if (folder && !folder.end && folder.start.text)
      this.byFolder.add(folder.start.text, pattern);
    else this.others.push(pattern);
  }

  /** Lists that together contain all patterns that may match a path, each in the order of `add`. */
  *listsFor(names: readonly string[]): Generator<readonly Pattern[]> {
    const name = names.at(-1) ?? '';
    yield this.byName.get(name);
    for (const length of this.byEnd.lengths)
      if (length <= name.length) yield this.byEnd.get(name.slice(name.length - length));
    for (const length of this.byStart.lengths)
      if (length <= name.length) yield this.byStart.get(name.slice(0, length));
    yield this.byFolder.get(names[0] ?? '');
    yield this.others;
  }
}

function named(segment: Segment | undefined): NamePattern | undefined {
  return segment === '**' ? undefined : segment;
}
