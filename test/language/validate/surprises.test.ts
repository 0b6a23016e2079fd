import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';

/** What is written in a task, and what dstack gets instead; undefined where there is nothing to warn of. */
const CASES: readonly (readonly [written: string, read: string | undefined])[] = [
  ['ports: [80:22]', '4822'],
  ['ports: ["80:22", 8080]', undefined],
  ['env: {VERSION: 1.10}', '1.1'],
  ['env: {MODE: 0755}', '493'],
  ['env: {LIMIT: 1_000}', '1000'],
  ['env: {MAX: 1000, RATE: 0.5, TOKEN: "017"}', undefined],
  ['python: 3.10', undefined],
  ['max_price: 1.50', undefined],
  ['priority: 0x10', undefined],
  // What dstack refuses is an error already.
  ['ports: [8080:22]', undefined],
];

for (const [written, read] of CASES) {
  test(`${written}: ${read === undefined ? 'nothing to warn of' : `a warning that dstack gets ${read}`}`, () => {
    const text = `type: task\ncommands: [ls]\n${written}\n`;
    const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
    const found = problems.filter(({ code }) => code === 'read-as-number');
    assert.deepEqual(
      found.map(({ severity, data }) => [severity, data?.['read']]),
      read === undefined ? [] : [['warning', read]],
    );
  });
}
