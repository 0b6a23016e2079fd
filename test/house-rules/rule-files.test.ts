import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PROBLEM_CODES } from '../../server/src/language/problem/codes';
import { RULES } from '../../server/src/language/validate/rules/table';
import { repositoryPath } from '../support/repository';

const VALIDATE = 'server/src/language/validate';

/** What may be in `${{ }}` depends on the place, so the rules of that folder are in files by place, with these codes. */
const INTERPOLATION = 'rules/plan/interpolation';
const OF_INTERPOLATION = ['expression', 'unknown-reference', 'group-reference'];
const BY_CODE = ['rules/model', 'rules/plan', 'rules/advice'];

/** A rule as far as these tests look at it. */
interface Declared {
  readonly codes: readonly string[];
}

const TABLE = new Set<Declared>(
  Object.values(RULES).flatMap((parts) => parts.flatMap(({ rules }) => rules)),
);

/** The names of the files of a folder below `validate/`, without `.ts`. */
function namesIn(folder: string): readonly string[] {
  const files = readdirSync(repositoryPath(`${VALIDATE}/${folder}`));
  return files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
}

/** The rules that a file exports, by themselves or in a list. */
async function rulesOf(folder: string, name: string): Promise<readonly Declared[]> {
  const exported = (await moduleOf(folder, name)) as Readonly<Record<string, unknown>>;
  return Object.values(exported).flat().filter(isRule);
}

function moduleOf(folder: string, name: string): Promise<unknown> {
  switch (folder) {
    case 'rules/model':
      return import(`../../server/src/language/validate/rules/model/${name}.ts`);
    case 'rules/plan':
      return import(`../../server/src/language/validate/rules/plan/${name}.ts`);
    case 'rules/advice':
      return import(`../../server/src/language/validate/rules/advice/${name}.ts`);
    default:
      return import(`../../server/src/language/validate/rules/plan/interpolation/${name}.ts`);
  }
}

function isRule(value: unknown): value is Declared {
  return typeof value === 'object' && value !== null && 'check' in value && 'codes' in value;
}

/** The codes that the text of a file gives to `problem`. */
function reportedIn(folder: string, name: string): readonly string[] {
  const text = readFileSync(repositoryPath(`${VALIDATE}/${folder}/${name}.ts`), 'utf8');
  return [...text.matchAll(/\bproblem\(\s*'([\w-]+)'/g)].flatMap(([, code]) => code ?? []);
}

for (const folder of BY_CODE) {
  test(`each file in ${folder} has the rules of the code that it is named by`, async () => {
    const names = namesIn(folder);
    assert.ok(names.length > 3 && names.length <= 25, 'a folder is small enough to look through');
    for (const name of names) {
      assert.ok((PROBLEM_CODES as readonly string[]).includes(name), name);
      const rules = await rulesOf(folder, name);
      assert.ok(rules.length > 0, `${name} has a rule`);
      for (const { codes } of rules) assert.deepEqual(codes, [name]);
      for (const code of reportedIn(folder, name)) assert.equal(code, name);
    }
  });
}

test('each code that a rule reports has a file', () => {
  const names = new Set([...BY_CODE, INTERPOLATION].flatMap(namesIn));
  for (const { codes } of TABLE) for (const code of codes) assert.ok(names.has(code), code);
});

test('the rules about expressions report the codes of expressions', async () => {
  const rules = (
    await Promise.all(namesIn(INTERPOLATION).map((name) => rulesOf(INTERPOLATION, name)))
  ).flat();
  assert.ok(rules.length > 5);
  for (const { codes } of rules) {
    for (const code of codes) assert.ok(OF_INTERPOLATION.includes(code), code);
  }
});

test('each rule is in the table', async () => {
  const files = [...BY_CODE, INTERPOLATION].flatMap((folder) =>
    namesIn(folder).map((name) => rulesOf(folder, name)),
  );
  const rules = new Set((await Promise.all(files)).flat());
  assert.ok(rules.size > 60);
  assert.equal(rules.size, TABLE.size);
  for (const rule of rules) assert.ok(TABLE.has(rule), rule.codes.join(', '));
});

test('each problem of the structure has a file that is named by its code', () => {
  const reported = namesIn('structure').flatMap((name) =>
    reportedIn('structure', name).map((code) => ({ name, code })),
  );
  assert.ok(reported.length > 8);
  for (const { name, code } of reported) assert.equal(code, name);
});
