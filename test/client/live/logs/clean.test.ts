import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LogCleaner } from '../../../../client/src/live/logs/clean';
import { table } from '../../../support/table';

/** What a job writes, and what a terminal is given. */
const ROWS: readonly (readonly [written: string, shown: string])[] = [
  ['a\nb', 'a\r\nb'],
  ['10%\r20%', '10%\r20%'],
  ['\u001b[1;31mred\u001b[0m', '\u001b[1;31mred\u001b[0m'],
  ['\u001b[38:2::1:2:3mx\u001b[m', '\u001b[38:2::1:2:3mx\u001b[m'],
  ['\u001b[2Kx\u001b[K', '\u001b[2Kx\u001b[K'],
  // Moves, screens, modes, reports and windows.
  ['\u001b[2J\u001b[Hx\u001b[?1049h\u001b[6n\u001b[8;1;1t', 'x'],
  ['\u001b[>4;1mx\u001b[?25lx', 'xx'],
  // Titles, links, the clipboard, and VS Code's own.
  ['\u001b]0;title\u0007x', 'x'],
  ['\u001b]8;;command:evil\u001b\\link\u001b]8;;\u001b\\', 'link'],
  ['\u001b]52;c;aGk=\u001b\\x', 'x'],
  ['\u001b]633;E;rm -rf;\u0007x', 'x'],
  ['\u001bPq#0\u001b\\x\u001b_a\u001b\\\u001b^b\u001b\\\u001bXc\u001b\\y', 'xy'],
  // The same in C1.
  ['\u009b31mx\u009d0;t\u009cy\u0090q\u001b\\z', '\u001b[31mxyz'],
  ['\u001b(Bx\u001b=y\u001bcz', 'xyz'],
  ['a\u0007\u0008\u000b\u000c\u0000b\u007f', 'ab'],
  ['a\u202eb\u2066c\u200ed', 'abcd'],
  ['ä 日本 🎉', 'ä 日本 🎉'],
  [`\u001b[${'1;'.repeat(100)}mx`, `\u001b[${'1;'.repeat(32)}mx`],
  ['\u001b[31', ''],
  // What is never closed hides its line only.
  ['\u001b]0;title\nx', '\r\nx'],
  ['\u001b]0;title\u001b\nx', '\r\nx'],
  [`\u001b]0;${'a'.repeat(5000)}`, 'a'.repeat(906)],
  ['\u001b[3\u001b[32mx', '\u001b[32mx'],
];

const bytes = (text: string) => new TextEncoder().encode(text);

table('of a log is shown', ROWS, ([written, shown]) => {
  assert.equal(new LogCleaner().clean(bytes(written)), shown);
});

test('it does not matter where a log is cut', () => {
  const parts = [
    '\u001b',
    '[',
    ']',
    '0',
    ';',
    'm',
    'K',
    '\u0007',
    '\\',
    '\n',
    'ä',
    '🎉',
    'x',
    '\u009b',
  ];
  const logs = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    fc.property(logs, fc.nat(60), fc.nat(60), (log, a, b) => {
      const all = bytes(log);
      const [first, second] = [Math.min(a, b), Math.max(a, b)];
      const cleaner = new LogCleaner();
      const pieces = [all.slice(0, first), all.slice(first, second), all.slice(second)];
      const shown = pieces.map((piece) => cleaner.clean(piece)).join('');
      assert.equal(shown, new LogCleaner().clean(all));
    }),
  );
});

test('only colours and erasing remain of any bytes', () => {
  const any = fc.uint8Array({ maxLength: 200 });
  const evil = fc
    .array(fc.constantFrom('\u001b', '[', ']', '8;;', 'm', 'K', 'J', '?', '1', '\u009d', 'x'))
    .map((all) => bytes(all.join('')));
  fc.assert(
    fc.property(fc.oneof(any, evil), (log) => {
      const shown = new LogCleaner().clean(log);
      const rest = shown.replace(/\u001b\[(?:[\d;:]*m|[0-2]?K)/g, '');
      assert.doesNotMatch(rest, /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/);
    }),
    { numRuns: 500 },
  );
});
