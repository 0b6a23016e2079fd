import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact } from '../../client/src/redact';

const CASES: readonly (readonly [text: string, redacted: string])[] = [
  ['/home/ann/work/.dstack.yml', '~/work/.dstack.yml'],
  ['HF_TOKEN=hf_abcdefghijklmnop', 'HF_TOKEN=***'],
  ['- "WANDB_API_KEY=1234 5678"', '- "WANDB_API_KEY=*** 5678"'],
  ['MODEL=meta-llama/Llama-3', 'MODEL=***'],
  ['password: "a b \\" c", next: 1', 'password: ***, next: 1'],
  ["registry_auth: 'x'", 'registry_auth: ***'],
  ['registry_auth: {username: ann, password: x}', 'registry_auth: *** ann, password: ***'],
  ['MY_TOKEN_FILE: x', 'MY_TOKEN_FILE: ***'],
  ['{"password":"p","username":"u"}', '{"password":***,"username":"u"}'],
  ['clone https://me:secret@github.com/a/b', 'clone https://***@github.com/a/b'],
  ['got ghp_0123456789abcdef back', 'got *** back'],
  ['TypeError: x is not a function', 'TypeError: x is not a function'],
];

for (const [text, expected] of CASES) {
  test(`a report shows ${text} as ${expected}`, () => {
    assert.equal(redact(text, '/home/ann'), expected);
  });
}

test('a report of a long log is made in no time', () => {
  const text =
    'token: "'.repeat(20_000) +
    'A='.repeat(50_000) +
    '://'.repeat(50_000) +
    'a'.repeat(100_000) +
    'token'.repeat(20_000);
  const start = performance.now();
  redact(text, '/home/ann');
  assert.ok(performance.now() - start < 2000);
});
