import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusSamples, fixtureSamples } from '../../../support/oracle/corpus';
import { formatted, KEEP, meaningOf } from '../../../support/check/format';
import { Random } from '../../../support/generate/random';
import { Analysis } from '../../../../server/src/language/analysis';
import { formatDocument } from '../../../../server/src/language/features/format';
import type { FormatSettings } from '../../../../server/src/language/environment';
import { within } from '../../../support/check/within';

const corpus = corpusSamples();
const samples = [...(corpus ?? []), ...fixtureSamples('accepted'), ...fixtureSamples('refused')];

const SETTINGS: readonly FormatSettings[] = [
  KEEP,
  { lists: 'indented', quotes: 'single' },
  { lists: 'flush', quotes: 'double' },
];

for (const settings of SETTINGS) {
  test(`formatting real files keeps their meaning, and twice is once: ${JSON.stringify(settings)}`, () => {
    for (const { name, text } of samples) {
      const once = formatted(text, settings);
      assert.deepEqual(meaningOf(once), meaningOf(text), name);
      assert.equal(formatted(once, settings), once, name);
    }
  });
}

test(
  "the default settings leave at least 95% of the lines of dstack's own files alone",
  {
    skip: corpus ? false : 'the collection of public files is not there',
  },
  (t) => {
    let lines = 0;
    let changed = 0;
    for (const { name, text } of corpus ?? []) {
      if (!name.includes('__dstackai__')) continue;
      const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
      const touched = new Set<number>();
      for (const { range } of formatDocument(within(analysis, { settings: { format: KEEP } }), {
        options: { tabSize: 2 },
      })) {
        for (let line = range.start.line; line <= range.end.line; line++) touched.add(line);
      }
      lines += analysis.tree.lines.count;
      changed += touched.size;
    }
    const share = ((100 * changed) / lines).toFixed(2);
    t.diagnostic(`${String(changed)} of ${String(lines)} lines change, ${share}%`);
    assert.ok(lines > 5000 && changed / lines <= 0.05, `${changed} of ${lines}`);
  },
);

void test('formatting some lines touches only those, and keeps the meaning', () => {
  const random = new Random(7);
  for (const { name, text } of samples) {
    const before = text.split('\n');
    const first = random.below(before.length);
    const last = first + random.below(before.length - first);
    const after = formatted(text, { lists: 'flush', quotes: 'double' }, [first, last]).split('\n');
    const place = `${name} ${first}-${last}`;
    assert.deepEqual(after.slice(0, first), before.slice(0, first), place);
    const rest = before.length - 1 - last;
    if (rest > 0) assert.deepEqual(after.slice(-rest), before.slice(-rest), place);
    assert.deepEqual(meaningOf(after.join('\n')), meaningOf(text), place);
  }
});
