/**
 * The marks of the schema agree with what the models of 49 releases have. test/oracle/releases.tsv has a row for each
 * property and value that came or went; `npm run dstack-release` prints those of a new release.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBefore } from '../../../server/src/language/release/version';
import type { Schema } from '../../../server/src/language/schema/schema';
import { schemasOf, variants } from '../../support/check/release-schemas';
import { repositoryPath } from '../../support/repository';
import { table } from '../../support/table';

interface Row {
  readonly release: string;
  readonly came: boolean;
  readonly path: readonly string[];
  /** Undefined for the property itself. */
  readonly value: string | undefined;
}

const ROWS: readonly Row[] = readFileSync(repositoryPath('test/oracle/releases.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [release = '', sign = '', , what = ''] = line.split('\t');
    const [path = '', value] = what.split(' = ');
    return { release, came: sign === '+', path: path.split('.'), value };
  });

/** Rows about how models are written: what a file may have is the same before and after. */
const ARTEFACTS: readonly (readonly [row: RegExp, reason: string])[] = [
  [
    /gpu\.vendor = tenstorrent$/,
    'the list is that of gpuhunt, of which each release installs another version',
  ],
  [/^0\.19\.30 - .*idle_duration = off$/, 'an annotation less: a validator reads the text `off`'],
  [/^0\.21\.0 - inactivity_duration = off$/, 'the same'],
  [/^0\.21\.0 \+ .*instances\./, 'pydantic 1 had the models of a union under one name'],
  [/^0\.21\.0 \+ probes\.headers\./, 'the same'],
  [/^0\.21\.0 - .*resources\.cpu\.m(?:ax|in)$/, 'a validator reads a range as the count'],
  [
    /^0\.21\.3 - replicas\./,
    'a list of `replicas` became `groups`, and a validator reads it as such',
  ],
  [/^0\.22\.4 - groups\.router\.type = sglang$/, 'a validator reads it as `smg`'],
];

/** The release that a row is compared with: the one before it in the table, or the oldest that is known. */
function releaseBefore(release: string): string {
  const older = ROWS.map((row) => row.release).filter((one) => isBefore(one, release));
  return older.reduce((last, one) => (isBefore(last, one) ? one : last), '0.18.20');
}

/** Whether a release has a property or a value. */
function has(release: string, { path, value }: Row): boolean {
  const name = path.at(-1) ?? '';
  const parents = schemasOf(release, path.slice(0, -1));
  const found = schemasOf(release, path);
  if (value === undefined) return found.length > 0;
  const tagged = parents
    .flatMap(variants)
    .filter(({ discriminator }) => discriminator?.propertyName === name);
  return [...found.flatMap(variants), ...tagged].some((one) => hasValue(one, value));
}

function hasValue({ enum: values = [], const: only, lacks }: Schema, value: string): boolean {
  return lacks?.values?.[value] === undefined && [...values, only].includes(value);
}

const rows = ROWS.filter((row) => !ARTEFACTS.some(([pattern]) => pattern.test(shown(row))));

function shown({ release, came, path, value }: Row): string {
  return `${release} ${came ? '+' : '-'} ${path.join('.')}${value === undefined ? '' : ` = ${value}`}`;
}

table(
  'a release has what its models have',
  rows.map((row) => [shown(row), row] as const),
  ([, row]) => {
    assert.equal(has(row.release, row), row.came, row.release);
    const older = releaseBefore(row.release);
    assert.equal(has(older, row), !row.came, older);
  },
);

table('an artefact is in the table', ARTEFACTS, ([pattern]) => {
  assert.ok(ROWS.some((row) => pattern.test(shown(row))));
});
