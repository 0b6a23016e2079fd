import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language';
import { askDstack, type Question } from '../support/oracle';
import { pythonForOracle } from '../support/python';
import { repositoryPath } from '../support/repository';
import { expandSnippet } from './expand';
import { uriOf } from '../support/corpus';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(
  readFileSync(repositoryPath('snippets/dstack.code-snippets'), 'utf8'),
) as Record<string, Snippet>;

/** Length of the longest list of choices in a snippet. */
const MOST_CHOICES = 5;

const python = pythonForOracle();

test('placeholders are expanded as VS Code does it', () => {
  const body = ['a: ${1:b}', 'c: "${2|3.12,3.11|}"', 'p: \\${{ secrets.${3:x} }}', '\\$V \\\\$0'];
  assert.equal(expandSnippet(body), 'a: b\nc: "3.12"\np: ${{ secrets.x }}\n$V \\');
});

test('each configuration type has a snippet, each snippet a prefix of its own', () => {
  const texts = Object.values(snippets).map(({ body }) => expandSnippet(body));
  for (const type of 'dev-environment task service fleet gateway volume preset'.split(' ')) {
    assert.ok(
      texts.some((text) => text.startsWith(`type: ${type}\n`)),
      type,
    );
  }
  assert.ok(texts.some((text) => text.startsWith('profiles:\n')));
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
});

test('tab stops are numbered in the order of the text', () => {
  for (const [name, { body }] of Object.entries(snippets)) {
    const stops = [...body.join('\n').matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop));
    const first = [...new Set(stops)];
    assert.deepEqual(
      first,
      first.map((_, index) => index + 1),
      name,
    );
  }
});

test("each example of dstack's page on dev environments has a snippet", () => {
  const texts = Object.values(snippets).map(({ body }) => expandSnippet(body));
  const shown = texts.filter((text) => text.startsWith('type: dev-environment\n')).join('\n');
  for (const line of [
    'python: "3.10"',
    'nvcc: true',
    'image: ghcr.io/',
    'registry_auth:\n  username: ',
    'resources:\n  memory: 200GB..\n  gpu: 40GB..80GB:4\n  shm_size: 16GB\n  disk: 500GB',
    'gpu: v2-8',
    'gpu: 24GB:2\n  shm_size: 16GB',
    'env:\n  - HF_TOKEN\n  - HF_HUB_ENABLE_HF_TRANSFER=1',
    'spot_policy: auto',
    'backends: [aws, gcp]',
    'regions: [eu-west-1, eu-west-2]',
    'volumes:\n  - name: my-new-volume\n    path: /volume_data',
  ]) {
    assert.ok(shown.includes(line), line);
  }
});

test('our own check finds nothing in a snippet, whatever is chosen in it', () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    for (let choice = 0; choice < MOST_CHOICES; choice++) {
      const { text, kind } = inserted(snippet, choice);
      assert.deepEqual(new Analysis({ uri: uriOf(kind), text }).problems, [], `${name}\n${text}`);
    }
  }
});

test(
  'dstack accepts every snippet, whatever is chosen in it',
  { skip: python === undefined && 'no Python with dstack' },
  async () => {
    const cases = Object.entries(snippets).flatMap(([name, snippet]) =>
      Array.from({ length: MOST_CHOICES }, (_, choice) => ({
        name,
        question: inserted(snippet, choice),
      })),
    );
    const questions = cases.map(({ question }) => question);
    const verdicts = await askDstack(python ?? '', questions);
    cases.forEach(({ name, question }, index) => {
      assert.deepEqual(verdicts[index], { ok: true }, `${name}\n${question.text}`);
    });
  },
);

/** What the user has after inserting a snippet and taking the same place of each list of choices. */
function inserted({ body }: Snippet, choice: number): Question {
  const text = `${expandSnippet(body, choice)}\n`;
  const kind = text.startsWith('profiles:') ? 'profiles' : 'configuration';
  return { text, kind, plan: true };
}
