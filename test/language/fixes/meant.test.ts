import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { applyEdits, fixesFor } from '../../../server/src/language/fixes';
import { askDstack } from '../../support/oracle/ask-dstack';
import { pythonForOracle } from '../../support/oracle/python';
import { CONVERSIONS } from './meant/conversions';
import { EMPTY_ITEMS } from './meant/empty-items';
import { FORMER } from './meant/former';
import { GROUPS } from './meant/groups';
import { LISTS } from './meant/lists';
import { NEIGHBOURS } from './meant/neighbours';
import { PLACES } from './meant/places';
import { PORTS } from './meant/ports';
import { LOOK_ALIKES } from './meant/look-alikes';
import type { Meant } from './meant/row';
import { SYNTAX } from './meant/syntax';
import { VALUES } from './meant/values';
import { VARIABLES } from './meant/variables';

const TABLES: Readonly<Record<string, readonly Meant[]>> = {
  CONVERSIONS,
  EMPTY_ITEMS,
  FORMER,
  GROUPS,
  LISTS,
  LOOK_ALIKES,
  NEIGHBOURS,
  PLACES,
  PORTS,
  SYNTAX,
  VALUES,
  VARIABLES,
};
const rows = Object.entries(TABLES).flatMap(([name, table]) =>
  table.map((row, index) => ({ ...row, name: `${name} ${String(index + 1)}: ${row.title}` })),
);

const kindOf = (text: string) =>
  /^profiles:/m.test(text) ? ('profiles' as const) : ('configuration' as const);
const analysisOf = (text: string) =>
  new Analysis({
    uri: kindOf(text) === 'profiles' ? 'file:///w/.dstack/profiles.yml' : 'file:///w/.dstack.yml',
    text,
  });
const errorsOf = (analysis: Analysis) =>
  analysis.problems.filter(({ severity }) => severity === 'error');

function check({ code, title, before, after, left = [], others: more = 0 }: Meant): void {
  const analysis = analysisOf(before);
  const [error, ...others] = errorsOf(analysis);
  const found = analysis.problems.map((one) => `${one.code}: ${one.message}`).join('\n');
  assert.equal(error?.code, code, found);
  assert.deepEqual(others.length > left.length + more ? found : '', '', 'one mistake, one problem');
  const [first] = fixesFor(analysis, error);
  assert.ok(first?.preferred, `no preferred fix for ${found}`);
  assert.equal(applyEdits(before, first.edits), after, first.title);
  assert.equal(first.title, title);
  assert.deepEqual(
    errorsOf(analysisOf(after)).map((one) => one.code),
    left,
  );
}

for (const row of rows) {
  test(`the meant repair, ${row.name}`, () => check(row));
  test(`the meant repair with CRLF, ${row.name}`, () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    check({ ...row, before: crlf(row.before), after: crlf(row.after) });
  });
}

const python = pythonForOracle();
const skip = python ? false : 'needs Python with dstack';

test('dstack accepts what the meant repairs leave', { skip }, async () => {
  if (!python) return;
  const whole = rows.filter(({ left = [] }) => left.length === 0);
  const questions = whole.map(({ after: text }) => ({ text, kind: kindOf(text), plan: true }));
  const verdicts = await askDstack(python, questions);
  for (const [index, verdict] of verdicts.entries()) {
    assert.ok(verdict.ok, `${whole[index]?.name ?? ''}: ${verdict.ok ? '' : verdict.error}`);
  }
});
