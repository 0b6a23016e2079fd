import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language';
import { AT_A_PLACE, OF_A_DOCUMENT } from '../support/features';

const HEAD = 'type: task\ncommands: [ls]\n';
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** Each level repeats the one before it nine times. */
const BOMB = times(
  30,
  (i) => `a${i}: &a${i} [${times(9, () => (i === 0 ? 'x,' : `*a${i - 1},`))}]\n`,
);

const TEXTS: Readonly<Record<string, string>> = {
  'an alias bomb': BOMB,
  'an alias bomb in env': `${HEAD}${BOMB}env: *a29\n`,
  'a bomb of merge keys': times(
    25,
    (i) => `a${i}: &a${i} {${i ? `<<: [*a${i - 1}, *a${i - 1}], ` : ''}k${i}: 1}\n`,
  ),
  'cyclic anchors': `${HEAD}env: &a\n  A: *a\nresources: &b [*b, *b]\n`,
  '3,000 levels of flow lists': `${HEAD}env: ${'['.repeat(3000)}${']'.repeat(3000)}\n`,
  '3,000 open brackets': `${HEAD}env: ${'{a: ['.repeat(1500)}`,
  '300 levels of block mappings': `${HEAD}${times(300, (i) => `${' '.repeat(i)}a:\n`)}`,
  '3,000 levels of list items': `${HEAD}env:\n${'- '.repeat(3000)}x\n`,
  'a line of 5 MB': `${HEAD}name: ${'x'.repeat(5_000_000)}\n`,
  'a line of 900 kB': `${HEAD}name: ${'x '.repeat(450_000)}\n`,
  'a line of 900 kB of colons': `${HEAD}name: ${': '.repeat(450_000)}\n`,
  'a line of 900 kB of quotes': `${HEAD}name: ${'\'"'.repeat(450_000)}\n`,
  'a line of 900 kB of braces': `${HEAD}commands: ["${'${{'.repeat(300_000)}"]\n`,
  'a GPU of 900 kB': `${HEAD}resources:\n  gpu: ${'A100:80GB,'.repeat(90_000)}\n`,
  'a cron of 900 kB': `${HEAD}schedule:\n  cron: "${'*/5,'.repeat(225_000)}"\n`,
  '100,000 keys': `${HEAD}${times(60_000, (i) => `k${i}: 1\n`)}`,
  '40,000 variables': `${HEAD}env:\n${times(40_000, (i) => `  V${i}: $V${i + 1}\n`)}`,
  '5,000 repeated keys': `${HEAD}${'name: a\n'.repeat(5000)}`,
  '20,000 comments': `${HEAD}${'# a\n'.repeat(20_000)}`,
  '100,000 blank lines': `${HEAD}${'\n'.repeat(100_000)}`,
  '20,000 unclosed quotes': `${HEAD}commands:\n${"  - 'a\n".repeat(20_000)}`,
  'lone surrogates': `${HEAD}name: \ud800\nimage: \udfff\ud800x\n`,
  binary: String.fromCharCode(...Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 256)),
  'bytes that are no UTF-8': Buffer.from(
    times(5000, () => '\xff\xfe\x80: - '),
    'latin1',
  ).toString('utf8'),
  'marks of a git conflict':
    `${HEAD}<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> branch\n`.repeat(50),
  '10,000 documents': '---\n'.repeat(10_000),
};

/** What a machine takes for parsing an ordinary file of about 1,000 lines; the bounds are multiples of it. */
function unitOfWork(): number {
  const text = `${HEAD}env:\n${times(1000, (i) => `  V${i}: value of ${i}\n`)}`;
  const runs = Array.from({ length: 15 }, () =>
    timeOf(() => new Analysis({ uri: 'file:///u.dstack.yml', text }).problems),
  );
  return runs.sort((a, b) => a - b)[7] ?? 1;
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** At least the second that an editor may wait; more where the machine is slow or busy. */
const BOUND = Math.max(1000, unitOfWork() * 150);

for (const [name, text] of Object.entries(TEXTS)) {
  test(`hostile: ${name}: every request is answered in time`, () => {
    const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
    const slow: string[] = [];
    const run = (what: string, work: () => unknown) => {
      const time = timeOf(work);
      if (time > BOUND) slow.push(`${what} ${time.toFixed(0)} ms`);
    };
    for (const [what, feature] of Object.entries(OF_A_DOCUMENT)) run(what, () => feature(analysis));
    for (const share of [0.0001, 0.5, 1]) {
      const at = analysis.tree.lines.position(Math.floor(text.length * share));
      for (const [what, feature] of Object.entries(AT_A_PLACE)) {
        run(`${what} at ${String(share)}`, () => feature(analysis, at));
      }
    }
    assert.deepEqual(slow, [], `bound ${BOUND.toFixed(0)} ms`);
  });
}
