import assert from 'node:assert/strict';
import {
  isBefore,
  isUnknownRelease,
  releaseIn,
} from '../../../server/src/language/release/version';
import { table } from '../../support/table';

/** A text, and the release that it names. */
const TEXTS: readonly (readonly [text: string, release: string | undefined])[] = [
  ['0.20.29', '0.20.29'],
  ['v0.19.40', '0.19.40'],
  ['0.20', '0.20.29'],
  ['0.22', '0.22.5'],
  ['0.99', '0.99.0'],
  ['0.20.0rc1', '0.20.0'],
  [' 0.21.3 ', '0.21.3'],
  ['latest', undefined],
  ['20', undefined],
  ['', undefined],
];

table('a text names a release', TEXTS, ([text, release]) => {
  assert.equal(releaseIn(text), release);
});

/** The older release, and the newer one. */
const ORDER = [
  ['0.18.20', '0.18.44'],
  ['0.9.9', '0.10.0'],
  ['0.20.9', '0.20.10'],
  ['0.22.5', '1.0.0'],
] as const;

table('releases are compared by their numbers', ORDER, ([older, newer]) => {
  assert.deepEqual(
    [isBefore(older, newer), isBefore(newer, older), isBefore(older, older)],
    [true, false, false],
  );
});

table(
  'a release is unknown if it is newer than all',
  [
    ['0.22.5', false],
    ['0.22.6', true],
    ['0.18.20', false],
  ] as const,
  ([release, isUnknown]) => {
    assert.equal(isUnknownRelease(release), isUnknown);
  },
);
