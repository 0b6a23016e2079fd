import { isDeepStrictEqual } from 'node:util';
import { Analysis } from '../../../server/src/language';
import { coerce } from '../../../server/src/language/coerce/coerce';
import { uriOf } from '../../support/corpus';
import type { Verdict } from '../../support/oracle';
import type { Case } from './cases';

/** What a server made of a case by its quick fixes. */
export interface Repair {
  readonly file: Case;
  readonly text: string;
  /** Titles of the fixes that were taken. */
  readonly taken: readonly string[];
  /** What the server still reports, and what it reported at first, as `code: message`. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A repair, judged. */
export interface Outcome extends Repair {
  readonly accepted: boolean;
  /** Whether dstack reads the same from the result as from the file before the mistake. */
  readonly equal: boolean;
  /** Problems that the fixes brought. */
  readonly fresh: readonly string[];
}

export function judge(repair: Repair, verdict: Verdict): Outcome {
  const { file, text, before, after } = repair;
  return {
    ...repair,
    accepted: verdict.ok,
    equal: isDeepStrictEqual(valueOf(file, text), valueOf(file, file.original)),
    fresh: after.filter((problem) => !before.includes(problem)),
  };
}

/** What dstack reads, with shorthands expanded; a text that is no YAML has itself as its value. */
function valueOf({ kind }: Case, text: string): unknown {
  const { tree, bound } = new Analysis({ uri: uriOf(kind), text });
  return tree.root && !tree.broken ? coerce(tree.root, bound.root).value : text;
}
