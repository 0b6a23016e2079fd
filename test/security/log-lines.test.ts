import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, FailureLog } from '../../server/src/lsp/failure-log';
import { table } from '../support/table';

/** Errors whose message quotes a file that wants to forge a line or to act on a terminal. */
const HOSTILE = [
  'a\n[error] forged',
  '\u001b[31m\u001b]0;t\u0007',
  'a\r\nb',
  '\u202egnp\u2066',
  '\u0085\u2028\u2029',
  '\ud800',
  'a\n    at forged (serve.js:1:1)',
];

for (const text of HOSTILE) {
  table(
    `an error that says ${JSON.stringify(text)} is one line of the log, and its stack`,
    [new Error(text), new TypeError(text), text],
    (error) => {
      const [head = '', ...frames] = describe(error).split('\n');
      assert.match(head, /\\u\{/);
      assert.doesNotMatch(
        describe(error),
        /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u,
      );
      for (const frame of frames) assert.match(frame, /^ {4}at /);
      assert.ok(!frames.some((frame) => frame.includes('forged')));
    },
  );
}

test('a name of a failure cannot forge a line', () => {
  const lines: string[] = [];
  new FailureLog({ error: (line) => lines.push(line) }).tell('refactoring "a\n\u001b[31m"', 'x');
  assert.deepEqual(lines, ['refactoring "a\\u{a}\\u{1b}[31m": x']);
});
