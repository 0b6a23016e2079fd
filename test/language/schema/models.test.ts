import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configuration, profiles } from '../../../server/src/language/schema';
import { alternative } from '../../../server/src/language/schema/variant';
import { askPython, pythonForOracle } from '../../support/oracle/python';
import { differences, type Described } from './differences';

interface Alternative {
  readonly type?: string;
  readonly backend?: string;
  readonly model: Described;
}

/** Where a model takes something else than its fields say. */
const VALIDATORS: readonly (readonly [difference: RegExp, validator: string])[] = [
  [/\.resources\.cpu\.(min|max) invented$/, 'CPUSpec.parse: a range alone is the count'],
  [/\.scaling\.window values/, 'ScalingSpec: a window is one of these'],
  [/^service\.replicas types/, 'ServiceConfiguration: a list is the old form of `groups`'],
  [/^service\.groups\[\]\.count invented$/, 'ReplicaGroup: `count` is the old name of `replicas`'],
  [
    /^service\.groups\[\]\.replicas required/,
    'ReplicaGroup: `count` is the old name of `replicas`',
  ],
  [/^fleet\.nodes\.(min|target) (required|types)/, 'FleetNodesSpec: `min` is 0, `target` is `min`'],
  [
    /^preset\.model (required|types)/,
    'PresetConfiguration: `base` and `repo` are old forms of `model`',
  ],
];

test('the schema has what the models of the real dstack have, and nothing else', async (t) => {
  const python = pythonForOracle();
  if (!python) return t.skip('needs Python with the real dstack');
  const [models = [], [profilesModel] = []] = await askPython<readonly Alternative[]>(
    python,
    'models.py',
    ['configuration', 'profiles'],
  );
  const found = models.flatMap(({ type, backend, model }) => {
    const ofType = alternative(configuration, type);
    const schema = ofType && (alternative(ofType, backend) ?? ofType);
    const name = [type, backend].filter(Boolean).join(' ');
    return schema ? differences(schema, model, name) : [`there is no schema for ${name}`];
  });
  assert.ok(profilesModel);
  found.push(...differences(profiles, profilesModel.model, 'profiles'));
  for (const [difference, validator] of VALIDATORS) {
    assert.ok(
      found.some((line) => difference.test(line)),
      `no longer needed: ${validator}`,
    );
  }
  const unexplained = found.filter((line) => !VALIDATORS.some(([one]) => one.test(line)));
  assert.deepEqual(unexplained, []);
});
