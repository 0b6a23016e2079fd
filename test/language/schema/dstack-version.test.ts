import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DSTACK_VERSION } from '../../../server/src/language/schema/dstack-version';
import { repositoryPath } from '../../support/repository';

test('the release that users are told is the one that the tests ask', () => {
  const requirements = readFileSync(repositoryPath('test/oracle/requirements.txt'), 'utf8');
  assert.equal(/^dstack\[.*\]==(.*)$/m.exec(requirements)?.[1], DSTACK_VERSION);
});
