import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses } from '../../../server/src/language/features/code-lens';
import type { InlayHintSettings } from '../../../server/src/language/environment';
import { inlayHints } from '../../../server/src/language/features/inlay-hints';
import { analysisOf } from '../../support/check/analysis';
import { corpusSamples, uriOf } from '../../support/oracle/corpus';
import { table } from '../../support/table';
import { within } from '../../support/check/within';
import { yaml } from '../../support/yaml';

const hintsIn = (text: string, settings: InlayHintSettings, last = 100) =>
  inlayHints(within(analysisOf(text), { settings: { inlayHints: settings } }), {
    range: { start: { line: 0, character: 0 }, end: { line: last, character: 0 } },
  }).map(({ position: { line, character }, label }) => `${line}:${character} ${String(label)}`);

const TEXT = yaml`
  type: task
  resources:
    gpu: A100:80GB:2
    cpu: 2
`;

void test('a shorthand of several parts says what it means', () => {
  const settings = { meanings: true, defaults: false };
  assert.deepEqual(hintsIn(TEXT, settings), ['2:18 = 2 × A100 80 GB']);
  assert.deepEqual(hintsIn(TEXT, settings, 1), []);
});

/** A task with a value, the hint after it, and the tooltip; undefined where the value says it all. */
const HINTS: readonly (readonly [line: string, label?: string, tooltip?: string])[] = [
  ['resources: {gpu: "H100:80"}', '= 80 × H100', '80 NVIDIA H100 GPUs.'],
  [
    'resources: {gpu: "24GB..48GB:1..2"}',
    '= 1 to 2 × 24 to 48 GB',
    '1 to 2 GPUs with 24 to 48 GB each, 24 to 96 GB in all.',
  ],
  [
    'resources: {gpu: "A100,H100,RTX6000Ada,RTXPRO6000:2"}',
    '= 2 × A100 or H100 or RTX6000Ada or RTX…',
  ],
  ['resources: {gpu: "A100:80GB"}'],
  ['resources: {gpu: "H100"}'],
  ['resources: {gpu: 2}'],
  ['resources: {memory: 16}', '= 16 GB', 'Exactly 16 GB.'],
  ['resources: {memory: 16GB..64GB}'],
  ['resources: {cpu: 1..4}'],
  [
    'ports: ["8080:80"]',
    '→ container port 80',
    '`localhost:8080` on your machine → port 80 of the container.',
  ],
  ['ports: [8080]'],
  ['max_duration: 7200', '= 2 hours', '2 hours.'],
  ['max_duration: 2h'],
  ['max_duration: off'],
  ['volumes: ["data:/data"]', '= network volume'],
  ['volumes: ["/data:/data"]', '= folder of the instance'],
  ['files: ["a:/b"]'],
  ['env: ["A=1"]'],
];

table(
  'hints of at most 40 characters, where they say something new',
  HINTS,
  ([line, label, tooltip]) => {
    const settings = { inlayHints: { meanings: true, defaults: false } };
    const hints = inlayHints(within(analysisOf(`type: task\n${line}\n`), { settings }), {
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    });
    assert.deepEqual(
      hints.map((hint) => hint.label),
      label === undefined ? [] : [label],
    );
    for (const hint of hints) {
      assert.ok(String(hint.label).length <= 40 && hint.paddingLeft);
      if (tooltip !== undefined)
        assert.deepEqual(hint.tooltip, { kind: 'markdown', value: tooltip });
    }
  },
);

const samples = corpusSamples();

test('no hint in real files is longer', { skip: !samples && 'needs the corpus' }, () => {
  const settings = { inlayHints: { meanings: true, defaults: true } };
  const labels = (samples ?? []).flatMap(({ text, kind }) =>
    inlayHints(within(analysisOf(text, uriOf(kind)), { settings }), {
      range: { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } },
    }).map(({ label }) => String(label)),
  );
  assert.ok(labels.length > 1000, String(labels.length));
  assert.deepEqual(
    labels.filter((label) => label.length > 40 || /`|\n/.test(label)),
    [],
  );
});

void test('defaults that matter follow the type, unless they are set or excluded', () => {
  const settings = { meanings: false, defaults: true };
  assert.deepEqual(hintsIn(TEXT, settings), ['0:10 idle_duration: 5m, …']);
  assert.deepEqual(
    hintsIn(
      yaml`
        type: task
        image: a
        spot_policy: auto
      `,
      settings,
    ),
    ['0:10 idle_duration: 5m'],
  );
});

void test('the code lens has the command that applies the file', () => {
  const titles = (uri: string, text: string) =>
    codeLenses(analysisOf(text, uri)).map(({ command }) => command?.title);
  assert.deepEqual(titles('file:///w/.dstack.yml', TEXT), ['dstack apply -f .dstack.yml']);
  assert.deepEqual(titles('file:///w/it%27s%20a.dstack.yml', TEXT), [
    `dstack apply -f 'it'\\''s a.dstack.yml'`,
  ]);
  assert.deepEqual(titles('file:///w/.dstack/profiles.yml', 'profiles: []\n'), []);
});
