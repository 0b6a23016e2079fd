/**
 * test/oracle/raises.tsv says of every place at which dstack can refuse a file which problem of ours it is, or why a
 * file cannot lead there. A release of dstack that refuses more, and a problem that we rename, fail this test.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

    test('has every place at which dstack refuses', (t) => {
      t.diagnostic(
        `figure: ${places.length} places at which dstack refuses, in ${rows.length} rows`,
      );
      assert.ok(places.length > 300);
      assert.deepEqual(
        places.filter((place) => !rows.some((row) => covers(row, place))),
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

function covers({ key }: Row, place: string): boolean {
  return key.endsWith('*') ? place.startsWith(key.slice(0, -1)) : place === key;
}
