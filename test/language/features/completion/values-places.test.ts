import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompletion, completionsIn, labelsIn } from '../../../support/check/completion';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

test('regions are those of the backends that the mapping chooses', () => {
  assert.deepEqual(
    labelsIn(yaml`
      type: task
      regions:
        - $0
      backends: [daytona]`),
    ['earth'],
  );
  assert.ok(labelsIn('type: gateway\nbackend: aws\nregion: $0').includes('eu-west-1'));
  assert.ok(labelsIn('type: volume\nbackend: gcp\nregion: $0').includes('us-central1'));
  assert.ok(!labelsIn('type: volume\nbackend: gcp\nregion: $0').includes('eu-west-1'));
});

table(
  'regions are those of the backends that the mapping chooses',
  ['backends: [nebius]', 'backends:\n  - nebius', 'backends: ["nebius"]'],
  (chosen) => {
    const labels = labelsIn(`type: task\n${chosen}\nregions: [$0]`);
    assert.deepEqual(
      labels,
      ['eu-north1', 'eu-north2', 'eu-west1', 'me-west1', 'uk-south1', 'us-central1'],
      chosen,
    );
  },
);

test('without a backend, all regions are offered, each with the names of its backends', () => {
  const items = completionsIn(
    'profiles:\n  - name: a\n    regions: [$0]',
    'file:///.dstack/profiles.yml',
  );
  const shared = items.find(({ label }) => label === 'us-central1');
  assert.equal(shared?.labelDetails?.description, 'gcp, nebius');
});

test('what is chosen already is not offered again', () => {
  assert.ok(!labelsIn('type: task\nregions: [eu-west-1, $0]').includes('eu-west-1'));
  assert.ok(
    !labelsIn(yaml`
      type: task
      backends:
        - aws
        - $0`).includes('aws'),
  );
});

test('instance types are those of the backends, for a gateway those that gateways run on', () => {
  assert.deepEqual(labelsIn('type: fleet\nbackends: [aws]\ninstance_types: [$0]'), [
    'p4de.24xlarge',
    'p5.48xlarge',
  ]);
  assert.ok(labelsIn('type: task\ninstance_types: [$0]').includes('a3-megagpu-8g'));
  assert.deepEqual(labelsIn('type: gateway\nbackend: gcp\ninstance_type: $0'), ['e2-medium']);
});

test('a gateway is offered only the backends that can have one', () => {
  assert.deepEqual(labelsIn('type: gateway\nbackend: $0').sort(), [
    'aws',
    'azure',
    'gcp',
    'kubernetes',
  ]);
});

test('ports are those of well-known programs, part by part', () => {
  assert.equal(labelsIn('type: service\nport: $0')[0], '8000');
  assert.equal(labelsIn('type: task\nports:\n  - $0')[0], '6006');
  const [typed, next] = completionsIn('type: task\nports:\n  - 60$0');
  assert.equal(typed?.label, '60');
  assert.equal(next?.labelDetails?.description, 'TensorBoard');
  checkCompletion('type: task\nports:\n  - 80:$0', '80:8000', 'type: task\nports:\n  - 80:8000$0');
  checkCompletion('type: task\nports: ["80:$0"]', '80:8080', 'type: task\nports: ["80:8080"$0]');
});

test('mounts, part by part', () => {
  const mounts = 'type: task\nvolumes:\n  - ';
  checkCompletion(`${mounts}data:$0`, 'data:/data', `${mounts}data:/data$0`);
  checkCompletion(`${mounts}data:/r$0`, 'data:/root/.cache', `${mounts}data:/root/.cache$0`);
  checkCompletion(`${mounts}/cache:$0`, '/cache:/root/.cache', `${mounts}/cache:/root/.cache$0`);
  assert.ok(!labelsIn(`${mounts}No_Name:$0`).some((label) => label.startsWith('No_Name:')));
  assert.ok(labelsIn(`${mounts}path: $0`).includes('/data'));
});

table(
  'a range of replicas has an upper end',
  ['replicas: $0', 'replicas: 2$0', 'groups:\n  - replicas: $0'],
  (replicas) => {
    const labels = labelsIn(`type: service\n${replicas}`);
    assert.ok(
      labels.includes('2') && labels.every((label) => !label.endsWith('..')),
      labels.join(),
    );
  },
);

test('the likelier value first: by usage, the newest, not the default', () => {
  assert.deepEqual(labelsIn('type: task\npython: $0').slice(0, 3), ['3.11', '3.12', '3.10']);
  assert.deepEqual(labelsIn('type: gateway\npublic_ip: $0'), ['false', 'true']);
  assert.deepEqual(labelsIn('type: task\nnvcc: $0'), ['true', 'false']);
  assert.equal(labelsIn('type: task\nmax_duration: $0').at(-1), 'off');
});

test('values that are always rejected are not offered', () => {
  assert.ok(!labelsIn('type: dev-environment\n$0').includes('entrypoint'));
  assert.ok(labelsIn('type: task\n$0').includes('entrypoint'));
  const windows = labelsIn('type: task\nutilization_policy:\n  time_window: $0');
  assert.ok(windows.includes('1h') && !windows.includes('2h') && !windows.includes('30s'));
});

test('users, shells and prices', () => {
  assert.equal(labelsIn('type: task\nuser: $0')[0], 'ubuntu');
  assert.equal(labelsIn('type: fleet\nssh_config:\n  user: $0')[0], 'ubuntu');
  assert.deepEqual(labelsIn('type: task\nshell: $0').slice(0, 2), ['sh', 'bash']);
  assert.ok(labelsIn('type: task\nmax_price: $0').length > 0);
});
