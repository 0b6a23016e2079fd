import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { LiveFacts, Workspace } from '../../../../server/src/language';
import { completion } from '../../../../server/src/language/features/completion';
import { atCursor } from '../../../support/check/analysis';
import { FACTS } from '../../../support/check/facts';
import { within } from '../../../support/check/within';
import { filesOf } from '../../../support/check/workspace-files';
import { table } from '../../../support/table';

/** The items at the `$0`, in their order. */
function itemsWith(
  marked: string,
  live: LiveFacts | undefined,
  workspace?: Workspace,
): readonly CompletionItem[] {
  const { analysis, position } = atCursor(marked);
  const items = completion(within(analysis, { live, workspace }), { position })?.items ?? [];
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

const shown = ({ label, labelDetails }: CompletionItem) =>
  [label, labelDetails?.description].filter(Boolean).join(' · ');

/** A cursor, and rows that are offered there, in this order, with what is beside them. */
const ROWS: readonly (readonly [marked: string, ...rows: readonly string[]])[] = [
  [
    'type: task\nfleets: [$0]\n',
    'workers · workers.yml',
    'cloud · project main',
    'onprem · project main',
  ],
  ['type: task\nfleets:\n  - name: $0\n', 'workers · workers.yml', 'cloud · project main'],
  ['type: task\nvolumes:\n  - $0\n', 'data:/data · project main', 'old:/old · project main'],
  ['type: service\ngateway: $0\n', 'gw · project main', 'second · project main'],
  ['type: task\nbackends: [$0]\n', 'aws · project main', 'runpod · project main', 'gcp'],
  [
    'type: task\nregions: [$0]\n',
    'us-east-1 · aws in main',
    'eu-west-1 · aws in main',
    'EU-RO-1 · runpod in main',
    'us-east-2 · aws',
  ],
  ['type: task\nbackends: [runpod]\nregions: [$0]\n', 'EU-RO-1 · runpod in main'],
  ['type: volume\nbackend: aws\nregion: $0\n', 'us-east-1 · aws in main', 'us-east-2 · aws'],
  // In the order without facts as soon as a letter is typed.
  ['type: task\nresources:\n  gpu: H$0\n', 'H200', 'H100 · from $2.50/h', 'H100:8'],
  ['type: task\nresources:\n  gpu: A10,$0\n', 'A10,H100 · from $2.50/h', 'A10,T4 · from $0.53/h'],
  ['type: task\nresources:\n  gpu:\n    name: $0\n', 'H100 · from $2.50/h', 'T4 · from $0.53/h'],
  [
    'type: task\nenv:\n  - A=${{ secrets.$0 }}\n',
    '${{ secrets.hf_token }} · project main',
    '${{ secrets.used }}',
    '${{ secrets.ngc_key }} · project main',
    '${{ secrets.NAME }}',
  ],
];

/** A file that defines a fleet, and one that uses secrets. */
const { workspace } = filesOf({
  'workers.yml': 'type: fleet\nname: workers\nnodes: 1\n',
  'secrets.yml': 'type: task\nenv: ["A=${{ secrets.used }}", "B=${{ secrets.hf_token }}"]\n',
});

table('what the server has is offered', ROWS, ([marked, ...rows]) => {
  const offered = itemsWith(marked, FACTS, workspace).map(shown);
  const found = offered.filter((row) => rows.includes(row));
  assert.deepEqual(found, rows, offered.join(', '));
});

table('no two rows are alike, nothing is lost, and the same is selected', ROWS, ([marked]) => {
  const before = itemsWith(marked, undefined, workspace);
  const after = itemsWith(marked, FACTS, workspace);
  const labels = after.map(({ label, kind }) => `${label} ${String(kind)}`);
  assert.deepEqual(labels, [...new Set(labels)]);
  for (const { label } of before)
    assert.ok(
      after.some((item) => item.label === label),
      label,
    );
  const selected = (items: readonly CompletionItem[]) =>
    items.filter(({ preselect }) => preselect).map(({ label }) => label);
  assert.deepEqual(selected(after), selected(before));
});

const { project, serverVersion, asOf } = FACTS;

table('without lists everything is as it is without facts', ROWS, ([marked]) => {
  const facts = { project, serverVersion, asOf };
  assert.deepEqual(itemsWith(marked, facts, workspace), itemsWith(marked, undefined, workspace));
});

test('the documentation says what the server has said', () => {
  const [item] = itemsWith('type: task\nfleets: [on$0]\n', FACTS).filter(
    ({ label }) => label === 'onprem',
  );
  assert.match(JSON.stringify(item?.documentation), /SSH fleet, `active`: 1 free instance/);
});

test('a name that the server has in odd letters is written as text', () => {
  const odd = { name: '1e3', kind: 'ssh', status: 'active', idle: 0, busy: 0 } as const;
  const items = itemsWith('type: task\nfleets: [$0]\n', { ...FACTS, fleets: [odd] });
  const [item] = items.filter(({ label }) => label === '1e3');
  assert.equal(item?.textEdit?.newText, '1e3');
});

test('of thousands of names some are offered', () => {
  const secrets = Array.from({ length: 2000 }, (_, index) => `name${String(index)}`);
  const items = itemsWith('type: task\nenv: ["A=${{ secrets.$0"]', { ...FACTS, secrets });
  assert.equal(items.length, 501);
});
