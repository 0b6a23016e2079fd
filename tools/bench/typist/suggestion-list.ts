import { fuzzyScore } from '../authoring/fuzzy';
import type { Source, Suggestion } from './suggestion';

interface Ranked {
  readonly suggestion: Suggestion;
  readonly score: number;
}

/** The score of items that were not compared, lower than any other. */
const NOT_COMPARED = -100;

/** The offers at a column, filtered and ordered by the typed text, as in VS Code's `CompletionModel`. */
export class SuggestionList {
  private readonly all: readonly Suggestion[];
  private ranked: readonly Ranked[] = [];
  private compared: readonly Suggestion[] = [];
  private typed = { before: '', moved: -1 };

  constructor(
    suggestions: readonly Suggestion[],
    /** The column of the cursor when the list was requested. */
    private readonly column: number,
  ) {
    this.all = [...suggestions].sort(byText);
  }

  /** Filters by the line up to the cursor; removed items come back only after something was deleted. */
  filter(before: string): void {
    const moved = before.length - this.column;
    const last = this.typed;
    if (last.before === before && last.moved === moved) return;
    const fewer = last.moved >= 0 && last.moved < moved;
    this.compared = fewer ? this.suggestions : this.all;
    this.typed = { before, moved };
    this.ranked = this.compared
      .flatMap((suggestion) => {
        const score = this.score(suggestion, before);
        return score === undefined ? [] : [{ suggestion, score }];
      })
      .sort((a, b) => b.score - a.score);
  }

  get suggestions(): readonly Suggestion[] {
    return this.ranked.map(({ suggestion }) => suggestion);
  }

  /** The items before the last filtering. */
  from(source: Source): readonly Suggestion[] {
    return this.compared.filter((suggestion) => suggestion.source === source);
  }

  /** Whether the source has said that it would offer more or other items after the next key. */
  isIncomplete(source: Source): boolean {
    return this.from(source)[0]?.incomplete ?? false;
  }

  /** The selected item: the first of the best matches that is preselected, else the first. */
  get selected(): Suggestion | undefined {
    const best = this.ranked.filter(({ score }) => score === this.ranked[0]?.score);
    return (best.find(({ suggestion }) => suggestion.preselect) ?? best[0])?.suggestion;
  }

  private score({ column, start, filterText }: Suggestion, before: string): number | undefined {
    const length = column - start + (before.length - this.column) - (column - this.column);
    const word = length <= 0 ? '' : before.slice(-length);
    const replaced = word.slice(0, column - start);
    const blank = /^[ \t]*/.exec(replaced)?.[0].length ?? 0;
    return blank >= word.length ? NOT_COMPARED : fuzzyScore(word.slice(blank), filterText);
  }
}

function byText(a: Suggestion, b: Suggestion): number {
  const [first, second] = [a.sortText.toLowerCase(), b.sortText.toLowerCase()];
  if (first !== second) return first < second ? -1 : 1;
  if (a.label === b.label) return 0;
  return a.label < b.label ? -1 : 1;
}
