import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slotIn } from '../../../server/src/language/cursor/slot-finder';
import { parse } from '../../../server/src/language/yaml/parse';
import type { Tree } from '../../../server/src/language/yaml/tree';
import { corpusSamples, fixtureSamples } from '../../support/oracle/corpus';
import { Random } from '../../support/generate/random';
import {
  keySites,
  LINE_EDITS,
  pathOfKey,
  withLineEdited,
  type KeySite,
} from '../../support/generate/line-edits';

/** Of 100 keys on other lines than the edited one, so many have the path that they have without the edit. */
const LEAST_OF_ALL = 97;
const LEAST_OF_EACH = 95;

interface Count {
  keys: number;
  /** By the tree, which hover, the outline and names ask. */
  inTree: number;
  /** By the slot, which completion asks. */
  inSlot: number;
}

const treePath = ({ root }: Tree, offset: number) => root && pathOfKey(root, offset);

function slotPath(tree: Tree, offset: number, { name }: KeySite): string | undefined {
  const slot = slotIn(tree, offset);
  return slot.kind === 'key' ? ['', ...slot.path, name].join('/') : undefined;
}

/** The texts that PyYAML reads as one document; others have no truth to compare with. */
function readable(samples: readonly { readonly text: string }[]): readonly Tree[] {
  return samples
    .filter(({ text }) => text.length <= 20_000 && !/\r|^(?:---|\.\.\.|%)/m.test(text))
    .map(({ text }) => parse(text))
    .filter(({ broken, root }) => !broken && root !== undefined);
}

function countAfterEdits(trees: readonly Tree[], editsPerFile: number): Map<string, Count> {
  const random = new Random(7);
  const counts = new Map<string, Count>();
  for (const tree of trees) {
    const sites = keySites(tree.text);
    for (const [name, edit] of Object.entries(LINE_EDITS)) {
      for (let times = 0; times < editsPerFile; times++) {
        const at = random.below(tree.lines.count);
        const edited = withLineEdited(tree.text, at, edit);
        const after = edited && parse(edited.text);
        if (!edited || !after?.broken) continue;
        // What belongs to a key whose name is gone has no path that could be known.
        const gone = sites.filter(
          ({ line, name }) => line === at && !edited.changed.includes(name),
        );
        const lost = gone.flatMap((site) => treePath(tree, tree.lines.offset(site)) ?? []);
        const count = counts.get(name) ?? { keys: 0, inTree: 0, inSlot: 0 };
        counts.set(name, count);
        for (const site of sites) {
          const truth = treePath(tree, tree.lines.offset(site));
          const line = edited.lineOf(site.line);
          if (truth === undefined || line === undefined) continue;
          if (lost.some((path) => truth.startsWith(`${path}/`))) continue;
          const offset = after.lines.offset({ ...site, line });
          count.keys++;
          if (treePath(after, offset) === truth) count.inTree++;
          if (slotPath(after, offset, site) === truth) count.inSlot++;
        }
      }
    }
  }
  return counts;
}

const SETS = {
  'the files of the repository': [...fixtureSamples('accepted'), ...fixtureSamples('refused')],
  'public files': corpusSamples() ?? [],
};

for (const [name, samples] of Object.entries(SETS)) {
  if (samples.length === 0) continue;
  const trees = readable(samples);
  const editsPerFile = Math.ceil(300 / trees.length);

  void test(`after one edit, keys on other lines keep their paths: ${name}`, () => {
    const counts = countAfterEdits(trees, editsPerFile);
    assert.deepEqual(
      [...counts.keys()].sort(),
      Object.keys(LINE_EDITS).sort(),
      'each edit is tried',
    );
    const all: Count = { keys: 0, inTree: 0, inSlot: 0 };
    for (const [edit, count] of counts) {
      const { keys, inTree, inSlot } = count;
      const message = `${edit}: of ${String(keys)} keys ${String(inTree)} in the tree, ${String(inSlot)} by slot`;
      assert.ok(keys > 100, message);
      assert.ok(Math.min(inTree, inSlot) >= (LEAST_OF_EACH / 100) * keys, message);
      all.keys += keys;
      all.inTree += inTree;
      all.inSlot += inSlot;
    }
    const { keys, inTree, inSlot } = all;
    const message = `of ${String(keys)} keys ${String(inTree)} in the tree, ${String(inSlot)} by slot`;
    assert.ok(Math.min(inTree, inSlot) >= (LEAST_OF_ALL / 100) * keys, message);
  });

  void test(`in what PyYAML reads, the tree and the slots agree on every key: ${name}`, () => {
    for (const tree of trees) {
      for (const site of keySites(tree.text)) {
        const offset = tree.lines.offset(site);
        const path = treePath(tree, offset);
        // A line of a text can look like a key.
        if (path !== undefined) assert.equal(slotPath(tree, offset, site), path, tree.text);
      }
    }
  });
}
