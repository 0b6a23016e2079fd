import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { LinkError, linkTo, readLink } from '../../playground/src/link';
import { table } from '../support/table';

const packed = (text: string | Buffer) => deflateRawSync(text).toString('base64url');

table(
  'a file is read from its link as it was',
  [
    ['type: task\n', undefined],
    ['type: task\n', '0.20'],
    ['', '0.18.20'],
    ['name: "日本語 😀"\r\n\ttab \0', '0.19'],
    ['\ufefftype: task', undefined],
    ['x'.repeat(900_000), undefined],
  ] as const,
  async ([text, release]) => {
    const link = await linkTo({ text, release });
    assert.match(link ?? '', /^[\w=&.-]+$/);
    assert.deepEqual(await readLink(link ?? ''), { text, release });
  },
);

test('nothing after # is not a file', async () => {
  assert.equal(await readLink(''), undefined);
  assert.equal(await linkTo({ text: '', release: undefined }), '');
});

table(
  'there is no link to what is too long',
  [
    ['too many bytes', 'x'.repeat(1_000_001)],
    ['too many characters once compressed', noise(40_000)],
  ] as const,
  async ([, text]) => {
    assert.equal(await linkTo({ text, release: undefined }), undefined);
  },
);

/** What may be after `#`, and the beginning of what is said about it. */
const HOSTILE: readonly (readonly [link: string, says: RegExp])[] = [
  ['anything', /^The link is damaged/],
  ['file=', /^The link is damaged/],
  ['file=!!!', /^The link is damaged/],
  ['file=A', /^The link is damaged/],
  ['file=AAAA', /^The link is damaged/],
  ['file=<img src=x onerror=alert(1)>', /^The link is damaged/],
  ['file=%ff', /^The link is damaged/],
  [`file=${packed('type: task\n').slice(0, -3)}`, /^The link is damaged/],
  [`file=${packed(Buffer.from([0xff, 0xfe, 0x00]))}`, /^The link is damaged/],
  [`file=${packed(Buffer.alloc(20_000_000))}`, /^The file in the link has more than 1000000 bytes/],
  [`file=${'A'.repeat(30_000)}`, /^The link has 30005 characters, at most 30000 are read/],
  ['dstack=latest', /^The link names no version of dstack/],
  ['dstack=<b>0.20</b>', /^The link names no version of dstack/],
  ['dstack=99999.1', /^The link names no version of dstack/],
];

table('a hostile link is an error in words', HOSTILE, async ([link, says]) => {
  await assert.rejects(readLink(link), (error: unknown) => {
    assert.ok(error instanceof LinkError, String(error));
    assert.match(error.message, says);
    return true;
  });
});

/** A text that does not compress. */
function noise(length: number): string {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647) % 94;
  return Array.from({ length }, () => String.fromCharCode(33 + next())).join('');
}
