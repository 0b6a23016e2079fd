import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALLOWED_PATHS, pathOf, type AllowedPath } from '../../../client/src/live/paths';
import { table } from '../../support/table';

/** Paths whose answers have secrets of the user or of the project, and those that make or delete. */
const NEVER = [
  'users/get_my_user',
  'users/get_user',
  'project/{}/secrets/get',
  'project/{}/backends/aws/config_info',
  'project/{}/backends/aws/get_yaml',
  'project/{}/repos/get',
  'project/{}/runs/apply',
  'project/{}/runs/delete',
  'project/{}/fleets/apply',
  'project/{}/fleets/delete',
  'project/{}/volumes/create',
  'project/{}/volumes/delete',
];

table('is never requested', NEVER, (path) => {
  assert.ok(!ALLOWED_PATHS.some((allowed) => allowed === path));
  assert.throws(() => pathOf(path as AllowedPath, 'main'), /not allowed/);
});

test('a path has the project in it', () => {
  assert.equal(pathOf('project/{}/runs/get', 'a_B-1'), '/api/project/a_B-1/runs/get');
});

table(
  'is not the name of a project',
  ['', '..', 'a/b', 'a%2fb', 'a b', 'ä', 'a?', 'a'.repeat(51)],
  (name) => {
    assert.throws(() => pathOf('runs/list', name), /not the name/);
  },
);
