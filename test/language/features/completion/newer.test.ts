import assert from 'node:assert/strict';
import { Analysis } from '../../../../server/src/language/analysis';
import { environmentOf, type FeatureSettings } from '../../../../server/src/language/environment';
import { completion } from '../../../../server/src/language/features/completion';
import { cursorIn } from '../../../support/check/cursor';
import { table } from '../../../support/table';

/** What is offered in an older release, as `LABEL (NOTE)`, in the order in which it is shown. */
function offered(
  marked: string,
  newerVersions: FeatureSettings['newerVersions'],
): readonly string[] {
  const { text, offset } = cursorIn(marked);
  const environment = environmentOf({ settings: { newerVersions } });
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text }, environment);
  const position = analysis.tree.lines.position(offset);
  const items = completion(analysis, { position })?.items ?? [];
  return [...items]
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label, labelDetails }) => `${label} (${labelDetails?.description ?? ''})`);
}

const TASK = '# dstack: 0.20\ntype: task\ncommands: [ls]\n';

/** A text with a cursor, and one of the last that are offered. */
const ROWS: readonly (readonly [marked: string, last: string])[] = [
  [`${TASK}$0`, 'groups (needs dstack 0.21.2)'],
  [`${TASK}python: $0`, '3.14 (needs dstack 0.21.0)'],
  ['# dstack: 0.20\n$0', 'type: preset (needs dstack 0.21.2)'],
  ['# dstack: 0.20.29\ntype: preset\n$0', 'trials (needs dstack 0.21.2)'],
  ['# dstack: 0.20.13\ntype: task\nfleets:\n  - $0', 'project (needs dstack 0.20.14)'],
];

table('what a release lacks comes last and says so', ROWS, ([marked, last]) => {
  const shown = offered(marked, 'last');
  const first = shown.findIndex((one) => one.includes('needs dstack'));
  assert.ok(shown.includes(last), shown.join(', '));
  assert.ok(
    shown.slice(first).every((one) => one.includes('needs dstack')),
    shown.join(', '),
  );
  assert.ok(!offered(marked, 'hide').some((one) => one.includes('needs dstack')));
});
