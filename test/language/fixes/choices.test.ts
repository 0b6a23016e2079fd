import assert from 'node:assert/strict';
import { Analysis, fixAll } from '../../../server/src/language';
import { fixesIn } from '../../support/check/fixes';
import { uriOf } from '../../support/oracle/corpus';
import { table } from '../../support/table';
import { CHOICES, type Choice } from './choices';

/** The titles that are offered, none of them preferred, and that nothing is changed without asking. */
function check([text, code, titles]: Choice): void {
  const uri = uriOf(text.startsWith('profiles:') ? 'profiles' : 'configuration');
  const fixes = fixesIn(text, code, uri);
  assert.deepEqual(
    fixes.map(({ title, preferred }) => (preferred ? `preferred: ${title}` : title)),
    titles,
  );
  assert.equal(fixAll(new Analysis({ uri, text })).analysis.source.text, text);
}

for (const [subject, rows] of Object.entries(CHOICES)) table(`a choice, ${subject}`, rows, check);
