import fc from 'fast-check';
import { after, test } from 'node:test';
import { Random } from '../../support/generate/random';
import { INSERTED } from '../../../tools/fuzz/changes';
import { ownSeeds } from '../../../tools/fuzz/engine/seeds';
import { checkSteps, endServer } from '../../../tools/fuzz/targets/edits';

after(endServer);

/** A change at places that need not be there: what is past the end of a line or of the text counts as its end. */
const change = fc
  .record({
    line: fc.nat(25),
    character: fc.nat(30),
    lines: fc.oneof(fc.constant(0), fc.nat(3)),
    characters: fc.nat(12),
    text: fc.constantFrom(...INSERTED),
  })
  .map(({ line, character, lines, characters, text }) => ({
    range: {
      start: { line, character },
      end: { line: line + lines, character: lines > 0 ? characters : character + characters },
    },
    text,
  }));

const steps = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
const text = fc
  .tuple(fc.constantFrom(...ownSeeds()), fc.boolean())
  .map(([seed, windows]) => (windows ? seed.replaceAll('\n', '\r\n') : seed));

const at = (line: number, character: number) => ({ line, character });

/** What was found: a text, the steps, and the seed of the requests in between. */
const FOUND: [string, Parameters<typeof checkSteps>[1], number][] = [
  // The lines of the text were counted wrong after it.
  ['0?', [[{ range: { start: at(1, 0), end: at(2, 0) }, text: '\r' }]], 0],
];

test('a document that was edited in steps is as one that was opened with its text', async () => {
  const property = fc.asyncProperty(text, steps, fc.integer(), (start, edits, seed) =>
    checkSteps(start, edits, new Random(seed)),
  );
  await fc.assert(property, { numRuns: 25, seed: 1, examples: FOUND });
});
