import type { Analysis } from '../analysis';
import { difference } from '../edit/difference';
import { UNLIMITED, type TimeBudget } from '../base/time-budget';
import type { Problem } from '../problem/problem';
import { fixesFor, likelyFix } from '.';
import { apart, tryBatch, type Batch } from './safety/batch';
import type { Edit, Fix } from '../edit/edit';

/** Maximum number of analysed characters, about half a second of work: a file of 75 kB can be tried 13 times. */
const CHARACTERS = 1_000_000;

/** Number of problems that are fixed together: an analysis of the whole file for each of thousands would be slow. */
const MOST_TOGETHER = 2000;

/** Where fixes come from. */
export interface Offers {
  /** The first change that may fix a problem, untried; undefined if it must be tried first. */
  readonly likely: (analysis: Analysis, problem: Problem) => readonly Edit[] | undefined;
  /** The fixes of a problem, best first. */
  readonly tried: (analysis: Analysis, problem: Problem, budget: TimeBudget) => readonly Fix[];
}

/** A file after what can be fixed without asking. */
export interface FixedAll {
  readonly analysis: Analysis;
  /** How many problems are fixed. */
  readonly fixed: number;
  /** Every problem that is left. */
  readonly left: readonly LeftProblem[];
}

export interface LeftProblem {
  readonly problem: Problem;
  /**
   * `decision`: there are fixes, and the author must choose. `hand`: there is none. `untried`: the time was over, so
   * fixing again may help.
   */
  readonly why: 'decision' | 'hand' | 'untried';
}

/**
 * The file after every preferred fix that is certain (`certain.ts`), in each of its documents; the analysis itself if
 * there is none. A document that is not YAML stays as it is, since its meaning is unknown.
 */
export function fixAll(
  analysis: Analysis,
  budget: TimeBudget = UNLIMITED,
  offers: Offers = { likely: likelyFix, tried: fixesFor },
): FixedAll {
  const run = new Run(offers, budget);
  const current = analysis.documents.length > 1 ? run.each(analysis) : run.all(analysis);
  const left = current.allProblems.map((problem) => ({
    problem,
    why: run.reason(current, problem),
  }));
  return { analysis: current, fixed: run.fixed, left };
}

/** What remains of the limits of one call. */
class Run {
  /** How many problems are fixed so far. */
  fixed = 0;
  private characters = 0;
  private isOver = false;
  /** Results for the problems that were tried one by one. */
  private readonly hasFix = new Map<Problem, boolean>();

  constructor(
    private readonly offers: Offers,
    private readonly budget: TimeBudget,
  ) {}

  /** The file with all fixes made; itself if there are none. */
  all(analysis: Analysis): Analysis {
    let current = analysis;
    // A fix can reveal another mistake. Each round leaves fewer problems.
    for (let next = this.round(current); next !== current; next = this.round(current))
      current = next;
    return current;
  }

  /** The same for each document of a file. */
  each(analysis: Analysis): Analysis {
    const { text } = analysis.source;
    const edits = analysis.documents.flatMap((document) => {
      const alone = document.source.text;
      const { text: fixed } = this.all(document).source;
      if (fixed === alone) return [];
      const edit = difference(alone, fixed);
      const { start, end } = edit.span;
      // The other documents are spaces there, and do not change.
      return text.slice(start, end) === alone.slice(start, end) ? [edit] : [];
    });
    return edits.length === 0 ? analysis : analysis.edited(edits);
  }

  /** The file with some fixes made; itself if there are none. */
  round(current: Analysis): Analysis {
    if (current.tree.broken) return current;
    const { allProblems: problems } = current;
    const next = this.made(current, apart(this.likely(current)));
    if (next !== current) return next;
    const sure = problems.flatMap((problem) => {
      const fixes = this.offers.tried(current, problem, () => this.mayTry(current));
      if (!this.isOver) this.hasFix.set(problem, fixes.length > 0);
      const fix = fixes.find(({ preferred, safe }) => preferred && safe);
      return fix ? [fix.edits] : [];
    });
    return this.made(current, apart(sure));
  }

  /** Changes that may fix the first problems of a file, as many as time allows. */
  private likely(current: Analysis): Batch {
    const found: (readonly Edit[])[] = [];
    for (const problem of current.allProblems) {
      if (found.length === MOST_TOGETHER || !this.budget()) break;
      const edits = this.offers.likely(current, problem);
      if (edits) found.push(edits);
    }
    return found;
  }

  /** Why a problem is left after the last round. */
  reason(current: Analysis, problem: Problem): LeftProblem['why'] {
    const hasFix = this.hasFix.get(problem);
    if (hasFix !== undefined) return hasFix ? 'decision' : 'hand';
    if (!current.tree.broken || this.isOver) return 'untried';
    return this.offers.tried(current, problem, this.budget).length > 0 ? 'decision' : 'hand';
  }

  /** The file with as many fixes of a batch as work together. */
  private made(current: Analysis, batch: Batch): Analysis {
    if (batch.length === 0 || !this.mayTry(current)) return current;
    const { after, isGood, blamed } = tryBatch(current, batch);
    if (isGood) {
      this.fixed += batch.length;
      return after;
    }
    if (batch.length === 1) return current;
    if (blamed.length > 0)
      return this.made(
        current,
        batch.filter((fix) => !blamed.includes(fix)),
      );
    const middle = Math.ceil(batch.length / 2);
    const next = this.made(current, batch.slice(0, middle));
    return next === current ? this.made(current, batch.slice(middle)) : next;
  }

  private mayTry({ source: { text } }: Analysis): boolean {
    this.characters += text.length;
    if (this.characters > CHARACTERS || !this.budget()) this.isOver = true;
    return !this.isOver;
  }
}
