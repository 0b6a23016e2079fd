import { isDeepStrictEqual } from 'node:util';
import { Analysis } from '../../../server/src/language';
import { coerce } from '../../../server/src/language/coerce/coerce';
import { lossesOf, type Loss } from '../../../server/src/language/fixes/safety/loss';
import type { Tree } from '../../../server/src/language/yaml/tree';
import { uriOf } from '../../../test/support/oracle/corpus';
import type { Verdict } from '../../../test/support/oracle/ask-dstack';
import type { Case } from './cases';

/** The result of a server's quick fixes for a case. */
export interface Repair {
  readonly file: Case;
  readonly text: string;
  /** The file after what the server fixes without asking. */
  readonly unasked: string;
  /** Titles of the fixes that were applied. */
  readonly taken: readonly string[];
  /** Whether there were fixes, and all of them were preferred. */
  readonly isPreferred: boolean;
  /** What the server still reports, and what it reported at first, as `code: message`. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A repair, judged. */
export interface Outcome extends Repair {
  readonly accepted: boolean;
  /** Whether dstack reads the same from the result as from the file before the mistake. */
  readonly equal: boolean;
  /** Problems that the fixes caused. */
  readonly fresh: readonly string[];
  /** Whether something was fixed without asking, whether that restored the original, and what it lost. */
  readonly asksNobody: boolean;
  readonly unaskedEqual: boolean;
  readonly unaskedLosses: readonly Loss[];
  /** Content of the original that the mistake had left and the fixes have removed. */
  readonly losses: readonly Loss[];
}

export function judge(repair: Repair, verdict: Verdict): Outcome {
  const { file, text, unasked, before, after } = repair;
  return {
    ...repair,
    accepted: verdict.ok,
    equal: isDeepStrictEqual(valueOf(file, text), valueOf(file, file.original)),
    fresh: after.filter((problem) => !before.includes(problem)),
    asksNobody: unasked !== file.text,
    unaskedEqual: isDeepStrictEqual(valueOf(file, unasked), valueOf(file, file.original)),
    unaskedLosses: lossesOf(treeOf(file, file.text), treeOf(file, unasked)),
    losses: takenAway(file, text),
  };
}

/** A slip that was corrected to something else is not a loss, but not equal to the original. */
function takenAway(file: Case, text: string): readonly Loss[] {
  const original = treeOf(file, file.original);
  const mistake = lossesOf(original, treeOf(file, file.text)).map(({ what }) => what);
  return lossesOf(original, treeOf(file, text)).filter(
    ({ kind, what }) => kind !== 'replaced' && !mistake.includes(what),
  );
}

function treeOf({ kind }: Case, text: string): Tree {
  return new Analysis({ uri: uriOf(kind), text }).tree;
}

/** What dstack reads, with shorthands expanded; the value of a text that is not valid YAML is the text itself. */
function valueOf({ kind }: Case, text: string): unknown {
  const { tree, bound } = new Analysis({ uri: uriOf(kind), text });
  return tree.root && !tree.broken ? coerce(tree.root, bound.root).value : text;
}
