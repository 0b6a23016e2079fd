import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as Eslint from 'eslint';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

// It is far too large for the bundle of a test.
const { ESLint } = createRequire(repositoryPath('package.json'))('eslint') as typeof Eslint;

const HEAD = "type Known = 'a' | 'b';\ndeclare const record: Record<string, number>;\n";

/** What may stand in a function, and whether it is reported. */
const ROWS: readonly (readonly [reported: boolean, code: string])[] = [
  [true, 'export const f = (name: string) => record[name];'],
  [true, 'export const f = (name: string) => record?.[name];'],
  [true, 'export const f = (name: string | undefined) => record[name ?? "a"];'],
  [true, 'export const f = (name: string) => record[`a${name}`];'],
  [true, 'export const f = <T extends string>(name: T) => record[name];'],
  [true, 'export const f = (name: string) => { record[name] = 1; };'],
  [true, 'export const f = (name: string) => name in record;'],
  [true, 'export const f = (name: any) => record[name];'],
  [false, 'export const f = (name: Known) => record[name];'],
  [false, 'export const f = (list: readonly string[], at: number) => list[at];'],
  [false, "export const f = () => record['a'];"],
  [false, "export const f = (one: object) => 'a' in one;"],
  [false, 'export const f = (map: Map<string, number>, name: string) => map.get(name);'],
];

const eslint = new ESLint({ cwd: repositoryPath('') });
const filePath = repositoryPath('server/src/language/base/lookup.ts');

table(
  'a look-up by any text on an object is reported, one by known words is not',
  ROWS,
  async ([reported, code]) => {
    const [result] = await eslint.lintText(HEAD + code, { filePath });
    const rules = result?.messages.map(({ ruleId }) => ruleId) ?? [];
    assert.equal(rules.includes('house/lookup-by-text'), reported, code);
  },
);
