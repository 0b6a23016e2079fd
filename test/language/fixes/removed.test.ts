import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { fixesFor } from '../../../server/src/language/fixes';
import { corpusSamples, uriOf } from '../../support/oracle/corpus';

const corpus = corpusSamples();
const skip = corpus ? false : 'needs the public files in ../shared/corpus';

/** What public files still have that dstack has removed. A new one has to be entered here. */
const REMOVED = ['build', 'cache', 'router', 'termination_idle_time'];

test(
  'each removed property of the public files has a fix, preferred if it keeps the value',
  { skip },
  (context) => {
    const found = new Map<string, number>();
    for (const { name, text, kind } of corpus ?? []) {
      const analysis = new Analysis({ uri: uriOf(kind), text });
      for (const problem of analysis.problems) {
        if (problem.code !== 'removed-key') continue;
        const key = String(problem.data?.['key']);
        found.set(key, (found.get(key) ?? 0) + 1);
        const [first] = fixesFor(analysis, problem);
        assert.ok(first, `${name}: nothing for ${key}`);
        assert.equal(first.preferred, key === 'termination_idle_time', `${name}: ${first.title}`);
      }
    }
    assert.deepEqual([...found.keys()].sort(), REMOVED);
    const counts = [...found].map(([key, count]) => `${key} ${String(count)}`).join(', ');
    context.diagnostic(`figure: removed properties in public files, all with a fix: ${counts}`);
  },
);
