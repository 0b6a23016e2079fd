import assert from 'node:assert/strict';
import {
  ago,
  withoutAddresses,
  withoutIcons,
  withoutLinks,
} from '../../../client/src/live/editor/words';
import { table } from '../../support/table';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds, and how long ago that is. A clock of another machine may be ahead. */
const TIMES: readonly (readonly [number, string])[] = [
  [-HOUR, 'just now'],
  [0, 'just now'],
  [MINUTE - 1, 'just now'],
  [MINUTE, '1 min ago'],
  [HOUR - 1, '59 min ago'],
  [HOUR, '1 h ago'],
  [48 * HOUR - 1, '47 h ago'],
  [48 * HOUR, '2 d ago'],
];

table('how long ago', TIMES, ([milliseconds, words]) => {
  assert.equal(ago(0, milliseconds), words);
});

table('no text of a server is an icon', ['$(trash)', 'a $(x) $(y)', '$$(x)'], (text) => {
  assert.doesNotMatch(withoutIcons(text), /\$\(/);
});

table(
  'no text of a server is a link',
  ['[a](command:b)', 'x [a](https://b "c")', '[[a](file:b)]('],
  (text) => {
    assert.doesNotMatch(withoutLinks(text), /\]\(/);
  },
);

table(
  'no text of a server is an address',
  ['https://b', 'see http://b/c, HTTPS://b', 'file:///etc/passwd', ':///://'],
  (text) => {
    assert.doesNotMatch(withoutAddresses(text), /:\/\//);
  },
);
