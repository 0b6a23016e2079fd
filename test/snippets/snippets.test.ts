import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { askDstack, type Question } from '../support/oracle';
import { pythonForOracle } from '../support/python';
import { repositoryPath } from '../support/repository';
import { expandSnippet } from './expand';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(
  readFileSync(repositoryPath('snippets/dstack.code-snippets'), 'utf8'),
) as Record<string, Snippet>;

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

test(
  'dstack accepts every snippet as it is inserted',
  { skip: python === undefined && 'no Python with dstack' },
  async () => {
    const questions = Object.values(snippets).map(({ body }): Question => {
      const text = `${expandSnippet(body)}\n`;
      const kind = text.startsWith('profiles:') ? 'profiles' : 'configuration';
      return { text, kind, plan: true };
    });
    const verdicts = await askDstack(python ?? '', questions);
    Object.keys(snippets).forEach((name, index) => {
      assert.deepEqual(verdicts[index], { ok: true }, name);
    });
  },
);
