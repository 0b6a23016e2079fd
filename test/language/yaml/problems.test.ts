import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAX_TEXT_LENGTH, parse } from '../../../server/src/language/yaml/parse';
import { MISTAKES, unmarked } from '../../support/check/yaml-mistakes';
import { yaml } from '../../support/yaml';

for (const mistake of MISTAKES) {
  const [marked, code, message] = mistake;
  void test(`${JSON.stringify(marked.slice(0, 60))}: ${code}`, () => {
    const { text, span } = unmarked(mistake);
    const { problems, broken } = parse(text);
    assert.ok(broken);
    assert.deepEqual(
      problems.map((one) => ({ ...one.span, code: one.code, severity: one.severity })),
      [{ ...span, code, severity: 'error' }],
    );
    const found = problems[0]?.message ?? '';
    assert.ok(found.startsWith(message), found);
    assert.ok(found.length < 160 && !found.includes('\n'), found);
  });
}

void test('each mistake of its own has a problem', () => {
  const { problems } = parse(yaml`
    a: 2026-13-01
    b: !x 1
    ? [c]
    : d
    a: e
  `);
  const codes = problems.map(({ code }) => code);
  assert.deepEqual(codes, ['invalid-scalar', 'yaml-tag', 'unhashable-key', 'duplicate-key']);
});

void test('a repeated key is a warning that names the earlier one', () => {
  const text = yaml`
    env:
      A: 1
      B: 2
      "A": 3
  `;
  const { problems, broken } = parse(text);
  assert.equal(broken, false);
  assert.deepEqual(
    problems.map(({ code, severity, span, data, related }) => [
      [code, severity, text.slice(span.start, span.end), data?.['key']],
      related?.map((one) => [one.span.start, one.span.end]),
    ]),
    [[['duplicate-key', 'warning', '"A"', 'A'], [[7, 8]]]],
  );
});

void test('keys that Python takes for one are repeated, others are not', () => {
  const repeats = (text: string) => parse(text).problems.map((one) => one.code);
  for (const text of [
    '1: a\n0x1: b',
    'yes: a\n1: b',
    '1.0: a\ntrue: b',
    '~: a\nnull: b',
    '.nan: a\n.NaN: b',
  ]) {
    assert.deepEqual(repeats(text), ['duplicate-key'], text);
  }
  for (const text of [
    '1: a\n"1": b',
    'yes: a\n"yes": b',
    'x: &x {a: 1}\n<<: *x\na: 2',
    '<<: {a: 1}\n<<: {a: 2}',
  ]) {
    assert.deepEqual(repeats(text), [], text);
  }
});

void test('the place of a tab is data for its fix', () => {
  const places = ['a:\n\tb: c', 'a:\tb', 'a: b\t'].map((text) => parse(text).problems[0]?.data);
  assert.deepEqual(places, [{ place: 'indentation' }, { place: 'middle' }, { place: 'end' }]);
});

const TOO_LARGE: Readonly<Record<string, string>> = {
  'text than a megabyte': `a: b\n#${' '.repeat(MAX_TEXT_LENGTH)}`,
  'values than any configuration has': `a: [${'x,'.repeat(100_000)}]`,
};

for (const [what, text] of Object.entries(TOO_LARGE)) {
  test(`a file with more ${what} is not read, and that is a warning`, () => {
    const { problems, broken, root } = parse(text);
    assert.equal(root, undefined);
    assert.equal(broken, false);
    assert.deepEqual(
      problems.map(({ code, severity, span }) => ({ code, severity, ...span })),
      [
        {
          code: 'file-too-large',
          severity: 'warning',
          start: 0,
          end: text.split('\n')[0]?.length,
        },
      ],
    );
  });
}
