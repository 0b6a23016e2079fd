import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCHEMAS } from '../../../server/src/language/schema';
import { alternative, propertyOf } from '../../../server/src/language/schema/variant';
import { closest } from '../../../server/src/language/base/spelling';

const task = alternative(SCHEMAS.configuration, 'task');
const TASK = Object.keys(task?.properties ?? {});
const RESOURCES = Object.keys(propertyOf(task ?? {}, 'resources')?.properties ?? {});
const TYPES = ['dev-environment', 'task', 'service', 'fleet', 'gateway', 'volume', 'preset'];

/** What was typed, among what, and what comes first. */
const ROWS: readonly (readonly [string, readonly string[], string | undefined])[] = [
  ['prots', TASK, 'ports'],
  ['potrs', TASK, 'ports'],
  ['commads', TASK, 'commands'],
  ['comands', TASK, 'commands'],
  ['Commands', TASK, 'commands'],
  ['backedns', TASK, 'backends'],
  ['backend', TASK, 'backends'],
  ['rgions', TASK, 'regions'],
  ['volums', TASK, 'volumes'],
  ['imgae', TASK, 'image'],
  ['nmae', TASK, 'name'],
  ['pyhton', TASK, 'python'],
  ['working-dir', TASK, 'working_dir'],
  ['workingdir', TASK, 'working_dir'],
  ['spot-polcy', TASK, 'spot_policy'],
  ['max_duraiton', TASK, 'max_duration'],
  ['resorces', TASK, 'resources'],
  ['gpi', RESOURCES, 'gpu'],
  ['gpus', RESOURCES, 'gpu'],
  ['cpi', RESOURCES, 'cpu'],
  ['memmory', RESOURCES, 'memory'],
  ['shm-size', RESOURCES, 'shm_size'],
  ['enviroment', ['env', 'environment', 'entrypoint'], 'environment'],
  ['dev_enviroment', TYPES, 'dev-environment'],
  ['sevrice', TYPES, 'service'],
  ['taks', TYPES, 'task'],
  ['tasj', TYPES, 'task'],
  ['zzzz', TASK, undefined],
  ['', TASK, undefined],
];

for (const [typed, candidates, meant] of ROWS) {
  test(`"${typed}" is a slip for ${meant ?? 'nothing'}`, () => {
    assert.equal(closest(typed, candidates)[0], meant);
  });
}

test('of words that are one letter away, a key beside the right one comes first', () => {
  // `i` lies beside `u`, and `d` beside `f`, but `p` and `m` lie beside neither.
  assert.deepEqual(closest('gpi', ['gpp', 'gpm', 'gpu']), ['gpu', 'gpp', 'gpm']);
  assert.deepEqual(closest('dile', ['mile', 'file', 'pile']), ['file', 'mile', 'pile']);
});

test('a slip is still a whole mistake: it brings no word into reach', () => {
  assert.deepEqual(closest('gpi', ['gou']), []);
  assert.deepEqual(closest('qqqqq', ['wwqqq']), []);
});
