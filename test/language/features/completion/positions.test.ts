import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Position, Range } from 'vscode-languageserver-types';
import { Analysis } from '../../../../server/src/language/analysis';
import { completion } from '../../../../server/src/language/features/completion';
import { hover } from '../../../../server/src/language/features/hover';
import type { Lines } from '../../../../server/src/language/base/span';
import { textEdit } from '../../../support/check/completion';
import { repositoryPath } from '../../../support/repository';
import { yaml } from '../../../support/yaml';

const EXAMPLES = readdirSync(repositoryPath('examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => readFileSync(repositoryPath('examples', name), 'utf8').replace(/^ *#.*\n/gm, ''));

const PROFILES = yaml`
  profiles:
    - name: a
      spot_policy: spot
      backends: [aws, gcp]
`;

/** What people and accidents put into files. */
const PIECES = [
  '',
  ' ',
  '\n',
  '\r\n',
  '\t',
  ':',
  ': ',
  '- ',
  '-',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '#',
  ' #',
  '$',
  '${{ ',
  '&a ',
  '*a',
  '|',
  '>-',
  '?',
  '---\n',
  '😀',
  'ü',
  'type',
  'gpu: ',
  '\u2028',
  '\0',
];

const mutation = fc.record({
  sample: fc.constantFrom(...EXAMPLES, PROFILES),
  start: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  piece: fc.constantFrom(...PIECES),
  truncated: fc.boolean(),
});

/** Every position of a text: nothing throws, and what is offered can be written. */
function checkPositions(text: string, uri: string): void {
  const analysis = new Analysis({ uri, text });
  const { lines } = analysis.tree;
  for (let offset = 0; offset <= text.length; offset++) {
    const position = lines.position(offset);
    // No cursor can stand within a line break.
    if (lines.offset(position) !== offset) continue;
    const { range } = hover(analysis, { position }) ?? {};
    if (range) assert.ok(isOn(range.start, lines) && isOn(range.end, lines));
    const ranges = (completion(analysis, { position })?.items ?? []).map(
      (item) => textEdit(item).range,
    );
    for (const { start, end } of uniqueRanges(ranges)) {
      assert.ok(isOn(start, lines) && isOn(end, lines));
      assert.deepEqual([start.line, end.line], [position.line, position.line]);
      assert.ok(start.character <= position.character && position.character <= end.character);
    }
  }
}

function isOn(position: Position, lines: Lines): boolean {
  return lines.position(lines.offset(position)).character === position.character;
}

function uniqueRanges(ranges: readonly Range[]): Iterable<Range> {
  return new Map(ranges.map((range) => [JSON.stringify(range), range])).values();
}

test('at every position of mutated files nothing throws, and every edit is on the line of the cursor', () => {
  const property = fc.property(mutation, ({ sample, start, length, piece, truncated }) => {
    const at = Math.floor(start * sample.length);
    const text = sample.slice(0, at) + piece + (truncated ? '' : sample.slice(at + length));
    // A window around the change is enough.
    const from = Math.max(0, sample.lastIndexOf('\n', at - 150) + 1);
    const head = sample.slice(0, sample.indexOf('\n') + 1);
    checkPositions(from === 0 ? text : head + text.slice(from, at + 100), 'file:///.dstack.yml');
  });
  fc.assert(property, { numRuns: 40, seed: 1 });
});

test('at every position of profiles, and of texts in other line ends and with tabs', () => {
  checkPositions(PROFILES, 'file:///.dstack/profiles.yml');
  const [first = ''] = EXAMPLES;
  checkPositions(first.replaceAll('\n', '\r\n'), 'file:///.dstack.yml');
  checkPositions(first.replaceAll('  ', '\t'), 'file:///.dstack.yml');
});
