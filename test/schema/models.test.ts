import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configuration, profiles } from '../../server/src/language/schema';
import { alternative } from '../../server/src/language/schema/variant';
import { askPython, pythonForOracle } from '../support/python';
import { differences, type Described } from './differences';

interface Alternative {
  readonly type?: string;
  readonly backend?: string;
  readonly model: Described;
}

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
  assert.deepEqual(found, []);
});
