import { problem, type Problem } from '../problem/problem';
import { span } from '../base/span';

/** Why bytes are not the UTF-8 that dstack reads. */
export interface NotUtf8 {
  /** Offset of the first byte that dstack cannot read, counted from 0. */
  readonly byteOffset: number;
  readonly byte: number;
  /** Its place in the text, as a UTF-16 offset. */
  readonly offset: number;
  /** What the bytes are likely to be, as the end of a sentence that begins with "It". */
  readonly guess?: string;
}

/**
 * The text of a file. If it has bytes that are not UTF-8, the text is only for display: each of these bytes has become
 * U+FFFD.
 */
export interface Decoded {
  readonly text: string;
  readonly notUtf8?: NotUtf8;
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });
const TO_UTF_8 = new TextEncoder();

/** U+FFFD in UTF-8. */
const REPLACEMENT = [0xef, 0xbf, 0xbd] as const;

/** Bytes at the beginning that are used for a guess, so it costs the same for any file. */
const SAMPLE = 4096;

/**
 * Decodes a file as `dstack apply` does, which opens it as text and is strict: UTF-8, with or without a byte order mark
 * (`load_apply_configuration` of cli/services/configurators). Bytes that happen to be UTF-8 but have the zeros of UTF-16 or
 * UTF-32 count as those: PyYAML rejects a zero.
 */
export function decode(bytes: Uint8Array): Decoded {
  const text = UTF_8.decode(bytes);
  const broken = firstBroken(bytes, text) ?? firstZero(bytes, text);
  if (!broken) return { text };
  const guess = guessOf(bytes, broken.byteOffset);
  const byte = bytes[broken.byteOffset] ?? 0;
  return { text, notUtf8: { ...broken, byte, ...(guess !== undefined && { guess }) } };
}

/** The one problem of a file that is not UTF-8. */
export function notUtf8Problem({ byteOffset, byte, offset, guess }: NotUtf8): Problem {
  const hex = byte.toString(16).toUpperCase().padStart(2, '0');
  const it = guess === undefined ? '' : ` It ${guess}.`;
  const message = `The file is not UTF-8: byte 0x${hex} at offset ${String(byteOffset)} cannot be read.${it}\nSave the file as UTF-8.`;
  return problem('not-utf-8', span(offset, offset + 1), message);
}

type Place = Pick<NotUtf8, 'byteOffset' | 'offset'>;

/** The first U+FFFD of the text that is not in the bytes. */
function firstBroken(bytes: Uint8Array, text: string): Place | undefined {
  let [done, byteOffset] = [0, 0];
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    byteOffset += TO_UTF_8.encode(text.slice(done, at)).length;
    done = at;
    if (REPLACEMENT.some((byte, index) => bytes[byteOffset + index] !== byte))
      return { byteOffset, offset: at };
  }
  return undefined;
}

/** The first zero of bytes that look like UTF-16 or UTF-32; the text before it has one byte per character. */
function firstZero(bytes: Uint8Array, text: string): Place | undefined {
  if (wideGuess(bytes) === undefined) return undefined;
  return { byteOffset: bytes.indexOf(0), offset: text.indexOf('\0') };
}

function guessOf(bytes: Uint8Array, broken: number): string | undefined {
  const wide = wideGuess(bytes);
  if (wide !== undefined) return `looks like ${wide}`;
  if (isCutOff(bytes, broken)) return 'ends in the middle of a character';
  const [first = 0, second = 0] = bytes.subarray(broken);
  if (first === 0xed && second >= 0xa0 && second <= 0xbf)
    return 'has halves of a character (surrogates)';
  return narrowGuess(bytes.subarray(Math.max(0, broken - SAMPLE / 2), broken + SAMPLE / 2));
}

/** UTF-16 and UTF-32 by their byte order mark, or by the positions of their zeros. */
function wideGuess(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32 LE' : 'UTF-16 LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16 BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32 BE';
  // By their place in a group of four; texts of configurations are ASCII for the most part.
  const zeros = [0, 0, 0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
  });
  const pattern = zeros.map((count) => (count > sample.length / 8 ? '0' : 'x')).join('');
  return WIDE.get(pattern);
}

const WIDE: ReadonlyMap<string, string> = new Map([
  ['x0x0', 'UTF-16 LE without a byte order mark'],
  ['0x0x', 'UTF-16 BE without a byte order mark'],
  ['x000', 'UTF-32 LE without a byte order mark'],
  ['000x', 'UTF-32 BE without a byte order mark'],
]);

/** Whether the last bytes begin a character and lack only its end. A single one may well be a letter of Latin-1. */
function isCutOff(bytes: Uint8Array, broken: number): boolean {
  const [first = 0, ...rest] = bytes.subarray(broken);
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const isFollowed = rest.every((byte) => byte >= 0x80 && byte <= 0xbf);
  if (first < 0xc2 || first > 0xf4 || !isFollowed || rest.length + 1 >= length) return false;
  return rest.length > 0 || bytes.subarray(0, broken).some((byte) => byte >= 0x80);
}

/** One byte per letter, unless letters of several bytes are as likely: then nothing is guessed. */
function narrowGuess(bytes: Uint8Array): string | undefined {
  let [alone, together, isWindows] = [0, 0, false];
  bytes.forEach((byte, index) => {
    if (byte < 0x80) return;
    if (byte < 0xa0) isWindows = true;
    if ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80) together++;
    else alone++;
  });
  if (together >= alone) return undefined;
  return `looks like ${isWindows ? 'Windows-1252' : 'Latin-1 (ISO 8859-1)'}`;
}
