import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveFailure, type RejectedPlace } from '../../../../client/src/live/failure';
import { refusalsIn } from '../../../../client/src/live/plan/place';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

const FILE = yaml`
  type: service
  name: web
  volumes:
    - data:/data
    - name: nope
      path: /data
  resources:
    gpu: {name: A100, count: x}
`;

type Path = RejectedPlace['path'];

/** A path that the server rejects, and the text of its place. */
const ROWS: readonly (readonly [path: Path, text: string])[] = [
  [['resources', 'gpu', 'count'], 'count'],
  [['resources', 'GPUSpec', 'gpu'], 'gpu'],
  [['volumes', 1, 'path'], 'path'],
  [['volumes', 0], 'data:/data'],
  [['volumes', 0, 'VolumeMountPoint', 'path'], 'data:/data'],
  [['name'], 'name'],
];

const placed = (failure: LiveFailure, text = FILE) =>
  refusalsIn(text, failure).map(({ start, end }) => text.slice(start, end));

table('the place of a path', ROWS, ([path, text]) => {
  const failure = new LiveFailure('invalid', 'no', [{ path, message: 'wrong' }]);
  assert.deepEqual(placed(failure), [text]);
});

/** A message without a path, and the text of the place that is shown. */
const NAMES: readonly (readonly [message: string, text: string])[] = [
  ["Volume ['data'] not found", 'data:/data'],
  ["Volume ['nope'] not found", 'nope'],
  ['Nothing is quoted', 'type'],
  ["Volume ['elsewhere'] not found", 'type'],
  [`${"'".repeat(100_000)}`, 'type'],
];

table('the place of a name', NAMES, ([message, text]) => {
  assert.deepEqual(placed(new LiveFailure('rejected', message)), [text]);
});

test('a file that is not YAML has a place too', () => {
  for (const text of ['', '[', 'a: b: c', '\0', '- x'])
    assert.equal(refusalsIn(text, new LiveFailure('rejected', 'no')).length, 1);
});
