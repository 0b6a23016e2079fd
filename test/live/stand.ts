import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { after } from 'node:test';
import type * as Live from '../../client/src/live';
import { repositoryPath } from '../support/repository';
import { Recorder } from './recorder';

/** What tools/stand.mjs says about the server that it has started. */
export interface Stand {
  readonly url: string;
  readonly token: string;
  readonly memberToken: string;
  readonly project: string;
  readonly home: string;
  readonly folder: string;
  readonly python: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The stands of older releases, by release: only while their tests run. */
export const OLDER_STANDS: ReadonlyMap<string, Stand> = new Map(
  (process.env['DSTACK_OLDER_STANDS'] ?? '')
    .split('\n')
    .filter((file) => file !== '')
    .map((file) => [basename(dirname(file)), standIn(file)]),
);

/** The stand of the newest release, else of one of those. */
export const STAND = [...OLDER_STANDS.values()][0] ?? standIn(process.env['DSTACK_STAND'] ?? '');

function standIn(file: string): Stand {
  return JSON.parse(readFileSync(file, 'utf8')) as Stand;
}

/** The built program, as the extension loads it. */
export const live = createRequire(repositoryPath('package.json'))('./dist/live.js') as typeof Live;

/** A value of `env` in the runs of the tests. */
export const ENV_VALUE = 'hunter2-of-the-environment';

/** What the program has logged, and everything that it has given to the tests. */
const logged: string[] = [];
const given: string[] = [];
const recorders: Recorder[] = [];

/** A connection to the stand, over a proxy that records what is really sent. */
export async function connect(
  token = STAND.token,
  project = STAND.project,
  url = STAND.url,
): Promise<{ readonly server: Live.Server; readonly requests: Live.Requests }> {
  const recorder = await Recorder.start(url);
  recorders.push(recorder);
  const target = { url: recorder.url, project, token: () => token };
  const requests = new live.Requests(target, (line) => logged.push(line));
  const server = new live.Server(requests, project);
  await server.greet();
  return { server, requests };
}

/** Notes a value that the program has given, for the search for secrets. */
export function noted<T>(value: T): T {
  given.push(JSON.stringify(value) ?? '');
  return value;
}

after(async () => {
  await Promise.all(recorders.map((recorder) => recorder.stop()));
  const allowed = live.ALLOWED_PATHS.map((path) => `POST /api/${path.replace('{}', '*')}`);
  for (const { paths } of recorders)
    for (const path of paths)
      assert.ok(allowed.includes(path.replace(/\/(projects?)\/[\w-]+\//, '/$1/*/')), path);
  const tokens = [STAND, ...OLDER_STANDS.values()].flatMap((one) => [one.token, one.memberToken]);
  for (const text of [...logged, ...given])
    for (const secret of [...tokens, ENV_VALUE])
      assert.ok(!text.includes(secret), `a secret is in ${text.slice(0, 200)}`);
  assert.equal(
    logged.filter((line) => !/^POST \/api\/[\w/-]+ [\w-]+ \d+ ms$/.test(line)).join('\n'),
    '',
  );
});
