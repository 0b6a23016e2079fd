import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownLines } from '../../client/src/known-lines';
import { reportText, type Facts } from '../../client/src/report-text';
import { ALL_REQUESTS } from '../support/server/requests';
import { SECRETS } from './secrets';

const CODES = new Set(['unknown-key', 'yaml-syntax', 'missing-key']);

const FACTS: Facts = {
  version: '0.1.0',
  dstack: '0.22.5',
  editor: '1.91.1',
  isDesktop: true,
  remoteName: undefined,
  platform: 'linux x64',
  node: '20.20.2',
  declared: {
    'dstack.validation.enabled': { type: 'boolean' },
    'dstack.format.lists': { type: 'string', enum: ['keep', 'indented', 'flush'] },
  },
  valueOf: (setting) => (setting === 'dstack.format.lists' ? 'flush' : true),
  codes: CODES,
  problems: ['unknown-key', 'yaml-syntax', 'unknown-key'],
  openFiles: 2,
  log: [],
};

test('a report has versions, settings, counts and codes', () => {
  const text = reportText(FACTS);
  assert.match(
    text,
    /Extension 0\.1\.0, for dstack 0\.22\.5\n- VS Code 1\.91\.1, desktop\n- linux x64, Node 20\.20\.2\n/,
  );
  assert.match(text, /- dstack\.validation\.enabled: true\n- dstack\.format\.lists: flush\n/);
  assert.match(text, /- 2 open\n- unknown-key: 2\n- yaml-syntax: 1\n/);
});

test('neighbours in the log that are alike are one line with their number', () => {
  const found = (count: number) => ['info', `dstack files found: ${count}`] as const;
  const log = [found(1), found(2), found(3), ['error', 'Error: x'] as const, found(4)];
  assert.match(
    reportText({ ...FACTS, log }),
    /```\n\[info\] dstack files found \(3 times\)\n\[error\] Error\n\[info\] dstack files found\n```/,
  );
});

/** What a report shows of an entry of the log. */
const ENTRIES: readonly (readonly [entry: string, shown: readonly string[]])[] = [
  [
    "textDocument/hover: TypeError: Cannot read properties of undefined (reading 'x')\n" +
      '    at Hc (/home/ann/.vscode/extensions/dstack-0.1.0/dist/serve.js:12:3456)\n' +
      '    at /home/ann/.vscode/extensions/dstack-0.1.0/dist/serve.js:1:2\n' +
      '    at new secret (c:\\Users\\Ann B\\dist\\server.js:3:4)\n' +
      '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
    [
      'textDocument/hover: TypeError',
      '    at serve.js:12:3456',
      '    at serve.js:1:2',
      '    at server.js:3:4',
    ],
  ],
  ['rule unknown-key, missing-key: RangeError: x', ['rule unknown-key, missing-key: RangeError']],
  ['rule hunter, unknown-key: RangeError: x', ['rule: RangeError']],
  ['refactoring shortForm: Error: x', ['refactoring: Error']],
  ['problems with other files: TypeError: x', ['problems with other files: TypeError']],
  ['textDocument/hunter: Error: x', ['(29 characters that may be yours)']],
  ['Error: hunter2', ['Error']],
  ['refactoring "Change to `hunter2`": Error: x', ['refactoring: Error']],
  ['Request completionItem/resolve failed.', ['Request completionItem/resolve failed.']],
  ['Request AKIAIOSFODNN7EXAMPLE failed.', ['(36 characters that may be yours)']],
  ['Request textDocument/hf_a1B2 failed.', ['(36 characters that may be yours)']],
  ['workspace/hf_a1B2: Error: x', ['(27 characters that may be yours)']],
  ['Server process exited with code 1.', ['Server process exited with code 1.']],
  ['Server process exited with signal SIGKILL.', ['Server process exited with signal SIGKILL.']],
  [
    'Request textDocument/hover failed.\n  Message: hunter2\n  Code: -32603 ',
    ['Request textDocument/hover failed.', '  Code: -32603'],
  ],
  [
    'Connection to server got closed. Server will restart.',
    ['Connection to server got closed. Server will restart.'],
  ],
  [
    'The dstack server crashed 5 times in the last 3 minutes. The server will not be restarted.',
    ['The dstack server crashed'],
  ],
  ['Checked against dstack 0.22.5', ['Checked against dstack 0.22.5']],
  ['Checked against dstack hunter2', ['(30 characters that may be yours)']],
  ['dstack files found: 8', ['dstack files found']],
  ['Error: a\nhunter2: TypeError: b\n  Code: hunter2', ['Error']],
  ['Settings could not be read: Error: hunter2', ['(42 characters that may be yours)']],
  ['/home/ann/work/.dstack.yml could not be read', ['(44 characters that may be yours)']],
];

for (const [entry, shown] of ENTRIES) {
  test(`of the entry ${JSON.stringify(entry.slice(0, 60))} a report shows what is known to be ours`, () => {
    assert.deepEqual(knownLines(entry, CODES), shown);
  });
}

/** Every way by which a text of the user's can come to a report. */
function reportsWith(secret: string): readonly string[] {
  const lines = [
    secret,
    `textDocument/hover: TypeError: ${secret}`,
    `rule x: TypeError: ${secret}`,
    `rule ${secret}: TypeError: x`,
    `rule unknown-key, ${secret}: TypeError: x`,
    `fix ${secret}: TypeError: x`,
    `textDocument/${secret}: TypeError: x`,
    `Request textDocument/${secret} failed.`,
    `Server process exited with signal SIG${secret}.`,
    `Error: x\n    at f (/a/dist/serve.js:${secret}:1)\n  Code: -${secret}`,
    `refactoring "Change to \`${secret}\`": TypeError: x`,
    `${secret}: TypeError: x`,
    `Error: x\n${secret}\n    at ${secret} (/${secret}/serve.js:1:1)\n  Code: ${secret}`,
    `Server process exited with code ${secret}.`,
    `The dstack server crashed ${secret}`,
    `Checked against dstack ${secret}`,
    `dstack files found: ${secret}`,
  ];
  const levels = ['error', 'warn', 'info', 'debug'];
  const declared = {
    ...FACTS.declared,
    'dstack.trace.server': { type: 'string', enum: ['messages'] },
  };
  const facts: readonly Partial<Facts>[] = [
    { log: lines.flatMap((line) => levels.map((level) => [level, line] as const)) },
    { log: [[secret, 'Error: x']] },
    { declared, valueOf: () => secret },
    { declared, valueOf: () => ({ [secret]: secret }) },
    { problems: [secret, { value: secret }, [secret]] },
    { version: secret, dstack: secret, editor: secret, node: secret },
    { platform: secret, remoteName: secret },
  ];
  return facts.map((some) => reportText({ ...FACTS, ...some }));
}

test('each request of the server has a known name', () => {
  for (const [method] of ALL_REQUESTS) {
    const entry = `Request ${method} failed.`;
    assert.deepEqual(knownLines(entry, CODES), [entry]);
  }
});

for (const [name, { text, secret }] of Object.entries(SECRETS)) {
  test(`a report does not have ${name}`, () => {
    for (const report of [...reportsWith(text), ...reportsWith(secret)])
      assert.ok(!report.includes(secret), report);
  });
}

test('a report of a long log is made quickly', () => {
  const parts = ['Error: ', '    at ', 'rule a, ', '(serve.js:1:1', 'a b', ' '];
  const texts = parts.map((part) => part.repeat(40_000));
  const start = performance.now();
  for (const text of texts) {
    knownLines(text, CODES);
    knownLines(`Error: x\n${text}`, CODES);
    knownLines(`Error: x\n    at ${text}`, CODES);
  }
  assert.ok(performance.now() - start < 2000);
});
