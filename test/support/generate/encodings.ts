import { yaml } from '../yaml';
const TEXT = yaml`
  type: task
  # café
  commands: [ls]
`;

/** A text in UTF-16 without a byte order mark. */
export function utf16(text: string, order: 'LE' | 'BE'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'LE' ? bytes : bytes.swap16();
}

/** The same in UTF-32. */
export function utf32(text: string, order: 'LE' | 'BE'): Buffer {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(4 * points.length);
  points.forEach((point, index) =>
    order === 'LE' ? bytes.writeUInt32LE(point, 4 * index) : bytes.writeUInt32BE(point, 4 * index),
  );
  return bytes;
}

/**
 * A file that is not UTF-8: where dstack stops, as an offset from 0 and as line and column from 1, and the encoding
 * that we report.
 */
export interface Undecodable {
  readonly name: string;
  readonly bytes: Buffer;
  readonly byteOffset: number;
  readonly at: `${number}:${number}`;
  readonly guess: RegExp;
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const joined = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

export const UNDECODABLE: readonly Undecodable[] = [
  { name: 'Latin-1', bytes: latin1(TEXT), byteOffset: 16, at: '2:6', guess: /looks like Latin-1/ },
  {
    name: 'Latin-1 without a last line break',
    bytes: latin1('type: task # caf\xe9'),
    byteOffset: 16,
    at: '1:17',
    guess: /looks like Latin-1/,
  },
  {
    name: 'Windows-1252',
    bytes: joined('type: task\nname: ', [0x93], 'a', [0x94], '\n'),
    byteOffset: 17,
    at: '2:7',
    guess: /looks like Windows-1252/,
  },
  {
    name: 'UTF-16 LE with a byte order mark',
    bytes: utf16(`\ufeff${TEXT}`, 'LE'),
    byteOffset: 0,
    at: '1:1',
    guess: /looks like UTF-16 LE\./,
  },
  {
    name: 'UTF-16 BE with a byte order mark',
    bytes: utf16(`\ufeff${TEXT}`, 'BE'),
    byteOffset: 0,
    at: '1:1',
    guess: /looks like UTF-16 BE\./,
  },
  {
    name: 'UTF-16 LE without one, all ASCII',
    bytes: utf16('type: task\n', 'LE'),
    byteOffset: 1,
    at: '1:2',
    guess: /looks like UTF-16 LE without/,
  },
  {
    name: 'UTF-16 BE without one, all ASCII',
    bytes: utf16('type: task\n', 'BE'),
    byteOffset: 0,
    at: '1:1',
    guess: /looks like UTF-16 BE without/,
  },
  {
    name: 'UTF-16 LE of no even length',
    bytes: Buffer.concat([utf16('type: task\n', 'LE'), Buffer.from('a')]),
    byteOffset: 1,
    at: '1:2',
    guess: /looks like UTF-16 LE without/,
  },
  {
    name: 'UTF-32 LE',
    bytes: utf32(`\ufeff${TEXT}`, 'LE'),
    byteOffset: 0,
    at: '1:1',
    guess: /looks like UTF-32 LE\./,
  },
  {
    name: 'UTF-32 BE',
    bytes: utf32(`\ufeff${TEXT}`, 'BE'),
    byteOffset: 2,
    at: '1:3',
    guess: /looks like UTF-32 BE\./,
  },
  {
    name: 'UTF-32 LE without a byte order mark',
    bytes: utf32('type: task\n', 'LE'),
    byteOffset: 1,
    at: '1:2',
    guess: /looks like UTF-32 LE without/,
  },
  {
    name: 'a file that is cut off in a character',
    bytes: Buffer.from('type: task # 日本').subarray(0, -1),
    byteOffset: 16,
    at: '1:15',
    guess: /ends in the middle of a character/,
  },
  {
    name: 'surrogates as bytes',
    bytes: joined('type: task # ', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], '\n'),
    byteOffset: 13,
    at: '1:14',
    guess: /halves of a character/,
  },
  {
    name: 'letters of several bytes in an encoding that we do not know',
    bytes: joined(
      'type: task # ',
      [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7],
      '\n',
    ),
    byteOffset: 13,
    at: '1:14',
    guess: /cannot be read\.\n/,
  },
  {
    name: 'a zero as two bytes',
    bytes: joined('type: task # ', [0xc0, 0x80], '\n'),
    byteOffset: 13,
    at: '1:14',
    guess: /cannot be read\.\n/,
  },
  {
    name: 'real U+FFFD before it',
    bytes: Buffer.concat([Buffer.from('type: task # \ufffd\ufffd '), latin1('caf\xe9 \n')]),
    byteOffset: 23,
    at: '1:20',
    guess: /cannot be read\.\n/,
  },
];
