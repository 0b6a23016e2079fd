import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses } from '../../../server/src/language/features/code-lens';
import type { InlayHintSettings } from '../../../server/src/language/environment';
import { inlayHints } from '../../../server/src/language/features/inlay-hints';
import { analysisOf } from '../../support/check/analysis';
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
  assert.deepEqual(hintsIn(TEXT, settings), [
    '2:18 2 NVIDIA A100 GPUs with 80 GB each, 160 GB in all',
  ]);
  assert.deepEqual(hintsIn(TEXT, settings, 1), []);
});

void test('defaults that matter follow the type, unless they are set or excluded', () => {
  const settings = { meanings: false, defaults: true };
  assert.deepEqual(hintsIn(TEXT, settings), [
    '0:10 python: the version that the default image comes with, spot_policy: on-demand, idle_duration: 5m',
  ]);
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
