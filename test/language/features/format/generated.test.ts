import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCHEMAS } from '../../../../server/src/language/schema';
import type { FormatSettings } from '../../../../server/src/language/environment';
import { formatted, KEEP, meaningOf } from '../../../support/check/format';
import {
  generateCombination,
  generateConfiguration,
  generateProbe,
  generateProfiles,
} from '../../../support/generate/configuration';
import { mutate } from '../../../support/generate/mutate';
import { Random } from '../../../support/generate/random';
import {
  HAND_WRITTEN,
  mutateText,
  randomDocument,
  randomPieces,
} from '../../../support/generate/yaml-texts';
import { yaml } from '../../../support/yaml';

const { configuration, profiles } = SCHEMAS;

/** How texts are made, and how many of each. */
const GENERATORS: Readonly<Record<string, readonly [(random: Random) => string, number]>> = {
  configurations: [(random) => generateConfiguration(configuration, random), 300],
  'properties with all their values': [(random) => generateProbe(configuration, random), 300],
  combinations: [(random) => generateCombination(configuration, random), 150],
  profiles: [(random) => generateProfiles(profiles, random), 100],
  'mistakes in configurations': [
    (random) => {
      const text = generateConfiguration(configuration, random);
      return mutate(text, configuration, random)?.text ?? text;
    },
    200,
  ],
  'YAML of any kind': [randomDocument, 400],
  'pieces of YAML': [randomPieces, 300],
  'YAML with a change': [(random) => mutateText(random.pick(HAND_WRITTEN), random), 300],
};

const SETTINGS: readonly FormatSettings[] = [
  KEEP,
  { lists: 'indented', quotes: 'single' },
  { lists: 'flush', quotes: 'double' },
];

for (const [what, [generate, count]] of Object.entries(GENERATORS)) {
  test(`formatting generated files keeps their meaning, and twice is once: ${what}`, () => {
    const random = new Random(count);
    for (let i = 0; i < count; i++) {
      const text = generate(random);
      const settings = random.pick(SETTINGS);
      const tabSize = random.pick([2, 4, 8]);
      const once = formatted(text, settings, undefined, tabSize);
      const place = `${String(i)} ${JSON.stringify({ ...settings, tabSize })}\n${text}`;
      assert.deepEqual(meaningOf(once), meaningOf(text), place);
      assert.equal(formatted(once, settings, undefined, tabSize), once, place);
    }
  });
}

test('files are indented by spaces, as many as the editor says if the file does not show it', () => {
  const text = yaml`
    type: task
    resources: {gpu: 1}
    commands:
    - ls
  `;
  const lists = { lists: 'indented', quotes: 'keep' } as const;
  assert.match(formatted(text, lists, undefined, 4), /\n {4}- ls\n$/);
  assert.match(formatted(text, lists, undefined, 2), /\n {2}- ls\n$/);
  assert.match(formatted(`${text}env:\n   A: b\n`, lists, undefined, 8), /\n {3}A: b\n$/);
});
