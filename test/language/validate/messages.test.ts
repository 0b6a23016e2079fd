import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import { table } from '../../support/table';

const TASK = 'type: task\ncommands: [ls]\n';
const SERVICE = 'type: service\nport: 80\ncommands: [ls]\n';
const EMPTY_BLOCK = 'The block of text after `|` is empty. Write a value.';
const SLASHES = 'In YAML, a comment begins with `#`, not with `//`.';
const FENCE = 'This line is a code fence of Markdown, not YAML. Remove it.';
const COMMENT =
  'A comment ended the text above, so this line is not part of it. Move the comment to a line of its own.';

/** Mistakes whose messages a newcomer has to understand: the file, its only line with a problem (from 1), the message. */
const ROWS: readonly (readonly [text: string, line: number, message: string])[] = [
  [
    `${TASK}resources:\n  memory: |\n    16GB\n`,
    4,
    'The block of text after `|` ends with a line break, which is not part of such a value. Write it on one line: `16GB`.',
  ],
  [`${TASK}resources:\n  gpu: |\n`, 4, EMPTY_BLOCK],
  [`${TASK}name: |\n`, 3, EMPTY_BLOCK],
  [
    `${TASK}resources:\n  memory: a lot\n`,
    4,
    '`a lot` is not a size: write a number with MB, GB or TB, e.g. `24GB`.',
  ],
  [
    'type: task\ncommands:\n  - { echo a; echo b; }\n',
    3,
    'The braces make YAML read this as a mapping. Put the whole text in quotes.',
  ],
  [
    'type: task\ncommands:\n  - name: x\n    run: y\n',
    3,
    'Each item of `commands` is one text, not a mapping with `name` and `run`.',
  ],
  [
    `${SERVICE}rate_limits: [{rps: 1, burst: 9223372036854775808}]\n`,
    4,
    '`burst` must be at least 0 and at most 9223372036854775807.',
  ],
  [`${TASK}env: |\n`, 3, '`env` must be a list or a mapping, not an empty text.'],
  [
    `${TASK}ports:\n  - [80]\n`,
    4,
    'Each item of `ports` must be one value such as `8080`, or a mapping, not a list.',
  ],
  [
    'type: service\nport: null\ncommands: [ls]\n',
    2,
    '`port` must be one value such as `8000`, or a mapping, not empty.',
  ],
  [
    `${TASK}resources:\n  gpu: [A100, H100]\n`,
    4,
    '`gpu` must be one text or a mapping, not a list. Write alternatives as `A100,H100`.',
  ],
  [
    `${SERVICE}rate_limits:\n  - {prefix: api, rps: 1}\n`,
    5,
    '`prefix` must begin with `/` and have no spaces, backslashes or braces, e.g. `/api/`.',
  ],
  [
    'type: gateway\nname: main\nbackend: runpod\nregion: a\n',
    3,
    'Gateways are not supported for `runpod`: use `aws`, `azure`, `gcp` or `kubernetes`. Its services may run anywhere.',
  ],
  [
    `${TASK}resources:\n  gpu: {memory: {min: 24, max: 24MB}}\n`,
    4,
    '`max` must not be less than `min`, which is 24 GB.',
  ],
  [
    `${TASK}resources:\n  cpu: {count: {min: 4, max: 2}}\n`,
    4,
    '`max` must not be less than `min`, which is 4.',
  ],
  [
    `${TASK}spot_policy: on\n`,
    3,
    'YAML reads `on` as true, but `spot_policy` must be text. Use `spot`, `on-demand` or `auto`.',
  ],
  [`${TASK}gpu: A100\n`, 3, '`gpu` is not a property of a task. It belongs in `resources`.'],
  [`\`\`\`yaml\n${TASK}\`\`\`\n`, 1, FENCE],
  [`${TASK}\`\`\`\n`, 3, FENCE],
  [`// one\n${TASK}`, 1, SLASHES],
  ['type: task\ncommands:\n  // one\n  - ls\n', 3, SLASHES],
  ['type: task\ncommands:\n  - python a.py # one\n    --b 2\n', 4, COMMENT],
  [
    `${TASK}x: ${'a'.repeat(1024 * 1024)}\n`,
    1,
    'The file is too large to check: it has more than 1,048,576 characters.',
  ],
  [
    `${TASK}x: [${'1,'.repeat(30_000)}]\n`,
    1,
    'The file is too large to check: it has more than 30,000 keys, values and items.',
  ],
];

table('messages that say what is wrong', ROWS, ([text, line, message]) => {
  const { problems, tree } = new Analysis({ uri: 'file:///.dstack.yml', text });
  const found = problems.map((one) => [tree.lines.position(one.span.start).line + 1, one.message]);
  assert.deepEqual(found, [[line, message]]);
});
