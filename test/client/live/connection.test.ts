import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readConfig } from '../../../client/src/live/config-file';
import { connectionsOf, safetyOf } from '../../../client/src/live/connection';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

const CONFIG = yaml`
  projects:
  - name: main
    url: http://127.0.0.1:3000/
    token: secret-main
    default: true
  - name: lab
    url: https://dstack.example.com/base
    token: secret-lab
  - name: ../escape
    url: https://dstack.example.com
    token: x
  - name: incomplete
    url: https://dstack.example.com
  repos: []
`;

type Variables = Readonly<Record<string, string>>;
const URL = { DSTACK_SERVER_URL: 'https://env.example.com', DSTACK_TOKEN: 'secret-env' };

/** Config, variables and chosen project; what the command line uses, or a part of why there is nothing. */
const CHOSEN: readonly (readonly [
  config: string | undefined,
  variables: Variables,
  project: string | undefined,
  expected: string,
])[] = [
  [CONFIG, {}, undefined, 'main http://127.0.0.1:3000 secret-main'],
  [CONFIG, {}, 'lab', 'lab https://dstack.example.com/base secret-lab'],
  [CONFIG, { DSTACK_PROJECT: 'lab' }, undefined, 'lab https://dstack.example.com/base secret-lab'],
  [CONFIG, { DSTACK_PROJECT: 'lab' }, 'main', 'main http://127.0.0.1:3000 secret-main'],
  [CONFIG, { DSTACK_TOKEN: 'other' }, undefined, 'main http://127.0.0.1:3000 other'],
  [CONFIG, { ...URL, DSTACK_PROJECT: 'p' }, undefined, 'p https://env.example.com secret-env'],
  [undefined, { ...URL, DSTACK_PROJECT: 'p' }, undefined, 'p https://env.example.com secret-env'],
  [CONFIG, URL, 'main', 'main https://env.example.com secret-env'],
  [CONFIG, URL, undefined, '`DSTACK_PROJECT` must name the project'],
  [CONFIG, { ...URL, DSTACK_PROJECT: 'a/b' }, undefined, '`DSTACK_PROJECT` must name the project'],
  // As the command line does: the file is still used.
  [
    CONFIG,
    { DSTACK_SERVER_URL: 'https://x.example' },
    undefined,
    'main http://127.0.0.1:3000 secret-main',
  ],
  [
    undefined,
    { DSTACK_SERVER_URL: 'https://x.example' },
    undefined,
    '`DSTACK_TOKEN` must be set too',
  ],
  [CONFIG, {}, 'other', 'Project `other` is not in'],
  [CONFIG, {}, '../escape', 'Project `../escape` is not in'],
  [CONFIG, {}, 'incomplete', 'Project `incomplete` is not in'],
  [CONFIG.replace('default: true', 'default: off'), {}, undefined, 'is the default'],
  [undefined, {}, undefined, 'No project is in'],
  ['', {}, undefined, 'No project is in'],
  ['projects: {}', {}, undefined, 'needs a list `projects`'],
  ['projects: [', {}, undefined, 'needs a list `projects`'],
  ['projects: null', {}, undefined, 'needs a list `projects`'],
];

table(
  'the project that the command line uses',
  CHOSEN,
  ([config, variables, project, expected]) => {
    const { chosen, problem } = connectionsOf(config, variables, project);
    const found = chosen && `${chosen.project} ${chosen.url} ${chosen.token()}`;
    assert.ok((found ?? problem)?.includes(expected), found ?? problem);
    assert.equal(found === undefined, problem !== undefined);
  },
);

test('only complete projects with a valid name are offered', () => {
  const { all } = connectionsOf(CONFIG, {});
  assert.deepEqual(
    all.map(({ project }) => project),
    ['main', 'lab'],
  );
});

test('neither JSON nor a message of a connection contains a token', () => {
  const connections = [connectionsOf(CONFIG, {}), connectionsOf(CONFIG, URL, 'p')];
  assert.doesNotMatch(JSON.stringify(connections), /secret/);
});

/** A URL, and how safe it is: a part of the reason where it cannot be used. */
const URLS: readonly (readonly [url: string, safety: string])[] = [
  ['https://dstack.example.com', 'safe'],
  ['http://127.0.0.1:3000', 'safe'],
  ['http://127.9.9.9', 'safe'],
  ['http://localhost:3000', 'safe'],
  ['http://[::1]:3000', 'safe'],
  ['http://0.0.0.0:3000', 'plain'],
  ['http://dstack.example.com', 'plain'],
  ['http://127.0.0.1.example.com', 'plain'],
  ['http://localhost.example.com', 'plain'],
  ['http+unix://%2Fvar%2Fsocket', 'at a socket of this machine'],
  ['file:///etc/passwd', 'not supported'],
  ['https://user:pass@example.com', 'a user name or a password'],
  ['dstack.example.com', 'is not a URL'],
  ['//user:pass@example.com', 'is not a URL'],
  ['', 'is not a URL'],
];

table('how safe it is to send a token to', URLS, ([url, expected]) => {
  const safety = safetyOf(url);
  const found = typeof safety === 'string' ? safety : safety.problem;
  assert.ok(found.includes(expected), found);
  assert.doesNotMatch(found, /pass\b/);
});

const DEEP = '['.repeat(20_000);
const LAUGHS = Array.from({ length: 30 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x, x]'
    : `a${String(level)}: &a${String(level)} [*a${String(level - 1)}, *a${String(level - 1)}]`,
).join('\n');

table(
  'a configuration that no command line has written',
  [
    'projects: 1',
    'projects: {a: b}',
    '[]',
    'text',
    '\0',
    `projects: ${DEEP}`,
    `projects: *nowhere`,
    `${LAUGHS}\nprojects: *a29`,
    `projects: &p [*p]`,
    '<<: *p',
    'a: b: c',
  ],
  (config) => {
    const { all, chosen, problem } = connectionsOf(config, {});
    assert.deepEqual([all, chosen], [[], undefined]);
    assert.match(problem ?? '', /config\.yml/);
  },
);

table(
  'a project with values of other types is left out',
  ['name: 1', 'url: [a]', 'token: {a: b}', 'token: null', 'name: ""', 'url: null'],
  (line) => {
    const [key = ''] = line.split(':');
    const lines = ['name: main', 'url: https://a.example', 'token: t', 'default: true'];
    const own = lines.map((one) => (one.startsWith(key) ? line : one)).join(', ');
    const { all, problem } = connectionsOf(`projects: [{${own}}]`, {});
    assert.deepEqual(all, []);
    assert.match(problem ?? '', /No project/);
  },
);

test('a file that cannot be read in time is not read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-config-'));
  const large = join(folder, 'large');
  writeFileSync(large, 'x'.repeat(1_000_001));
  assert.deepEqual(await readConfig(join(folder, 'none')), undefined);
  assert.match(JSON.stringify(await readConfig(large)), /more than 1 MB/);
  assert.match(JSON.stringify(await readConfig(folder)), /not a file/);
  rmSync(folder, { recursive: true });
});
