import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language';
import {
  plainText,
  snippetText,
  STARTERS,
  type Starter,
} from '../../../server/src/language/starters';
import { uriOf } from '../../support/oracle/corpus';
import { expandSnippet } from '../../support/check/expand-snippet';
import { askDstack, type Question } from '../../support/oracle/ask-dstack';
import { pythonForOracle } from '../../support/oracle/python';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

/** Length of the longest list of choices. */
const MOST_CHOICES = 4;

const python = pythonForOracle();
const all = Object.values(STARTERS).flat();

test('a mark becomes a tab stop, the same text the same one', () => {
  const starter = (file: string): Starter => ({ label: '', description: '', file });
  const marked = starter('a: ‹b›\nc: "‹3.12|3.11›"\np: ${{ secrets.‹x› }}\n$V \\ ‹b›\n');
  assert.equal(plainText(marked), 'a: b\nc: "3.12"\np: ${{ secrets.x }}\n$V \\ b\n');
  assert.equal(
    snippetText(marked),
    'a: ${1:b}\nc: "${2|3.12,3.11|}"\np: \\${{ secrets.${3:x} \\}\\}\n\\$V \\\\ ${1:b}\n',
  );
  assert.equal(snippetText(starter('‹$a}› ‹a,b|c›')), '${1:\\$a\\}} ${2|a\\,b,c|}');
});

test('each type has a starter that names it, each starter a label of its own', () => {
  const types = 'dev-environment task service fleet volume gateway preset profiles';
  assert.equal(Object.keys(STARTERS).join(' '), types);
  for (const [type, starters] of Object.entries(STARTERS)) {
    assert.ok(starters.length > 0, type);
    const first = type === 'profiles' ? 'profiles:\n' : `type: ${type}\nname: ‹`;
    for (const { file, label } of starters) assert.ok(file.startsWith(first), label);
  }
  assert.equal(new Set(all.map(({ label }) => label)).size, all.length);
});

test('a snippet of which nothing is changed is the file itself', () => {
  for (const starter of all) {
    assert.equal(expandSnippet(snippetText(starter)), plainText(starter), starter.label);
  }
});

table(
  "each example of dstack's page on dev environments has a starter",
  [
    'python: "3.10"',
    'nvcc: true',
    'image: ghcr.io/',
    'registry_auth:\n  username: ',
    yaml`
      resources:
        memory: 200GB..
        gpu: 40GB..80GB:4
        shm_size: 16GB
        disk: 500GB`,
    'gpu: v2-8',
    'gpu: 24GB:2\n  shm_size: 16GB',
    'env:\n  - HF_TOKEN\n  - HF_HUB_ENABLE_HF_TRANSFER=1',
    'spot_policy: auto',
    'backends: [aws, gcp]',
    'regions: [eu-west-1, eu-west-2]',
    'volumes:\n  - name: my-new-volume\n    path: /volume_data',
  ],
  (line) => {
    const shown = (STARTERS['dev-environment'] ?? [])
      .map((starter) => expandSnippet(snippetText(starter)))
      .join('\n');

    assert.ok(shown.includes(line), line);
  },
);

test('our own check finds nothing in a starter, whatever is chosen in it', () => {
  for (const { label, question } of chosen()) {
    const { text, kind } = question;
    const { problems } = new Analysis({ uri: uriOf(kind), text });
    // One region cannot be right for each of the backends that are offered.
    const wrong = problems.filter(({ code }) => code !== 'unknown-region');
    assert.deepEqual(wrong, [], `${label}\n${text}`);
  }
});

test(
  'dstack accepts every starter, whatever is chosen in it',
  { skip: python === undefined && 'no Python with dstack' },
  async () => {
    const cases = chosen();
    const verdicts = await askDstack(
      python ?? '',
      cases.map(({ question }) => question),
    );
    cases.forEach(({ label, question }, index) => {
      assert.deepEqual(verdicts[index], { ok: true }, `${label}\n${question.text}`);
    });
  },
);

/** What a user has after inserting a starter and taking the same place of each list of choices. */
function chosen(): { readonly label: string; readonly question: Question }[] {
  return Object.entries(STARTERS).flatMap(([type, starters]) =>
    starters.flatMap((starter) =>
      Array.from({ length: MOST_CHOICES }, (_, choice) => ({
        label: starter.label,
        question: {
          text: expandSnippet(snippetText(starter), choice),
          kind: type === 'profiles' ? 'profiles' : 'configuration',
          plan: true,
        },
      })),
    ),
  );
}
