import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis, decode } from '../../server/src/language';
import { askPython, pythonForOracle } from '../support/oracle/python';
import { Random } from '../support/generate/random';
import { UNDECODABLE, utf16, utf32 } from '../support/generate/encodings';

const TEXT = 'type: task\n# café ß 日本 😀\ncommands:\n  - echo "é"\n';

/** What test/oracle/bytes_oracle.py says of a file. */
interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  readonly offset?: number;
}

const python = pythonForOracle();

/** Files as editors and other programs save them, and files that were damaged. */
function files(): readonly Buffer[] {
  const utf8 = Buffer.from(TEXT);
  const random = new Random(17);
  const damaged = Array.from({ length: 300 }, () => {
    const bytes = Buffer.from(utf8);
    const count = random.below(3) + 1;
    for (let i = 0; i < count; i++) bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  });
  const cut = Array.from(utf8, (_, length) => utf8.subarray(0, length));
  const known = UNDECODABLE.map(({ bytes }) => bytes);
  const long = Buffer.concat([
    Buffer.from('type: task\n' + '# a\n'.repeat(5000)),
    Buffer.from([0xe9]),
  ]);
  return [
    ...[utf8, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), ...known, long],
    ...[utf16(TEXT, 'LE'), utf16(TEXT, 'BE'), utf32(TEXT, 'LE'), utf32(TEXT, 'BE')],
    ...damaged,
    ...cut,
  ];
}

void test(
  'bytes are read as dstack reads them, which names the same byte where it cannot',
  { skip: python === undefined && 'there is no Python with dstack' },
  async () => {
    const all = files();
    const answers = await askPython<Answer>(
      python ?? '',
      'bytes_oracle.py',
      all.map((bytes) => bytes.toString('base64')),
    );
    for (const [index, bytes] of all.entries()) {
      const { ok, error, offset } = answers[index] ?? { ok: false };
      const decoded = decode(bytes);
      const shown = `${bytes.toString('latin1')} ${JSON.stringify(answers[index])} ${JSON.stringify(decoded.notUtf8)}`;
      if (offset !== undefined) assert.equal(decoded.notUtf8?.byteOffset, offset, shown);
      else if (decoded.notUtf8) assert.equal(error, 'ReaderError', shown);
      const { problems } = new Analysis({ uri: 'file:///.dstack.yml', ...decoded });
      const isRefused = problems.some(({ severity }) => severity === 'error');
      // An empty file and one that has just begun is accepted while it is written.
      if (ok || decoded.notUtf8) assert.equal(isRefused, !ok, shown);
      if (decoded.notUtf8)
        assert.deepEqual(
          problems.map(({ code }) => code),
          ['not-utf-8'],
          shown,
        );
    }
  },
);
