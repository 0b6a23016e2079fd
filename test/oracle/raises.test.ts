/**
 * Every place at which dstack can reject a file has a rule of ours that says `Mirrors the one error of FUNCTION of FILE`,
 * or a row of test/oracle/raises.tsv, which names the problem, or says why a file cannot lead there. A release of dstack
 * that rejects more, and a problem that we rename, fail this test.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { PROBLEM_TITLES } from '../../server/src/language/problem/codes';
import { askPython, pythonForOracle } from '../support/oracle/python';
import { repositoryPath } from '../support/repository';

/** A key of raises.py, or the beginning of several with `*` at the end, with its codes or `- reason`. */
interface Row {
  readonly key: string;
  readonly meaning: string;
}

const rows: readonly Row[] = readFileSync(repositoryPath('test/oracle/raises.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [key = '', meaning = ''] = line.split('\t');
    return { key, meaning };
  });

const RULES = 'server/src/language/validate/rules';
const MIRRORS = /Mirrors the one error of `([\w.]+)` of ([\w/]+\.py)/g;

/** The functions whose only error a rule mirrors, as the beginnings of keys. */
const mirrored: readonly string[] = ['model', 'plan'].flatMap((folder) =>
  readdirSync(repositoryPath(RULES, folder))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(repositoryPath(RULES, folder, name), 'utf8');
      const docstrings = text.replace(/\s*\n \* /g, ' ').matchAll(MIRRORS);
      return [...docstrings].map(([, symbol = '', file = '']) => `${file}:${symbol}:`);
    }),
);

const python = pythonForOracle();
const skip = python === undefined && 'there is no Python with dstack; `npm test` makes one';

describe('raises.tsv', () => {
  test('names problems that exist, or a reason', () => {
    const wrong = rows.filter(({ meaning }) => {
      if (meaning.startsWith('- ')) return meaning.length < 8;
      return meaning.split(', ').some((code) => !Object.hasOwn(PROBLEM_TITLES, code));
    });
    assert.deepEqual(wrong, []);
  });

  test('has no rows for what a rule mirrors', () => {
    assert.ok(mirrored.length > 15);
    assert.deepEqual(
      rows.filter(({ key }) => mirrored.some((start) => key.startsWith(start))),
      [],
    );
  });

  test('has no two rows for one place', () => {
    const keys = rows.map(({ key }) => key);
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    );
  });

  describe('against dstack', { skip }, () => {
    let places: readonly string[] = [];

    before(async () => {
      assert.ok(python);
      [places = []] = await askPython<readonly string[]>(python, 'raises.py', [{}]);
    });

    test('has every place at which dstack rejects', (t) => {
      t.diagnostic(
        `figure: ${places.length} places at which dstack rejects, in ${rows.length} rows`,
      );
      assert.ok(places.length > 300);
      assert.deepEqual(
        places.filter((place) => !rows.some((row) => covers(row, place)) && !isMirrored(place)),
        [],
      );
    });

    test('is not needed for functions that reject at one place and have a rule', () => {
      const counts = mirrored.map(
        (start) => [start, places.filter((place) => place.startsWith(start)).length] as const,
      );
      assert.deepEqual(
        counts.filter(([, count]) => count !== 1),
        [],
      );
    });

    test('has no place that dstack no longer has', () => {
      assert.deepEqual(
        rows.filter((row) => !places.some((place) => covers(row, place))),
        [],
      );
    });
  });
});

function isMirrored(place: string): boolean {
  return mirrored.some((start) => place.startsWith(start));
}

function covers({ key }: Row, place: string): boolean {
  return key.endsWith('*') ? place.startsWith(key.slice(0, -1)) : place === key;
}
