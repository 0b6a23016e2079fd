import { Analysis, codeActions } from '../../../server/src/language';
import { fixAll } from '../../../server/src/language/fixes/fix-all';
import { lossesOf } from '../../../server/src/language/fixes/safety/loss';
import { checkFixes } from '../../../test/support/check/fix-promises';
import { checkNothingLost } from '../../../test/support/check/nothing-lost';
import { checkEdits } from '../places';
import { holds } from '../target';

const URI = 'file:///w/.dstack.yml';

/** Every quick fix of every problem keeps what fixes promise, each alone and all together. */
export function fixes(text: string): void {
  const analysis = new Analysis({ uri: URI, text });
  checkFixes(analysis);
  const once = fixAll(analysis).analysis;
  // The words of a file that is not valid YAML are compared below.
  const losses = analysis.tree.broken ? [] : lossesOf(analysis.tree, once.tree);
  holds(losses.length === 0, 'fixing all loses nothing', () => [once.source.text, losses]);
  checkNothingLost(text, once.source.text, 'fixing all');
  const errors = [analysis, once].map(countErrors);
  holds((errors[1] ?? 0) <= (errors[0] ?? 0), 'fixing all brings no error', () => once.source.text);
  const twice = fixAll(new Analysis(once.source)).analysis;
  holds(twice.source.text === once.source.text, 'fixing all twice is fixing all once', () => [
    once.source.text,
    twice.source.text,
  ]);
  const all = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  const context = { diagnostics: [], only: ['quickfix', 'source.fixAll'] };
  for (const { title, edit } of codeActions(analysis, { range: all, context, version: 1 })) {
    for (const change of edit?.documentChanges ?? [])
      if ('edits' in change)
        checkEdits(change.edits as Parameters<typeof checkEdits>[0], analysis, 'code action');
    holds(title !== '', 'a code action has a title');
  }
}

function countErrors({ problems }: Analysis): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}
