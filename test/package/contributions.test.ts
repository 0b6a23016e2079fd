import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readManifest } from '../support/manifest';
import { repositoryPath } from '../support/repository';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly description: string;
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly image: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

const { commands, walkthroughs, menus } = (readManifest() as Manifest).contributes;
const known = new Set(commands.map(({ command }) => command));

const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const shipped = new Set(readFileSync(repositoryPath('.vscodeignore'), 'utf8').split('\n'));

test('the pictures of the walkthrough are shipped', () => {
  for (const { media } of steps) {
    assert.ok(existsSync(repositoryPath(media.image)), media.image);
    assert.ok(shipped.has(`!${media.image}`), media.image);
  }
});

test('each step of the walkthrough has a button of ours, and is done when that has run', () => {
  for (const { description, completionEvents } of steps) {
    const buttons = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, name = '']) => name);
    assert.ok(buttons.length > 0, description);
    for (const button of buttons) {
      assert.ok(known.has(button), button);
      assert.ok(completionEvents.includes(`onCommand:${button}`), button);
    }
  }
});

test('texts of the walkthrough have no backticks, which are shown as they are', () => {
  for (const text of [...walkthroughs, ...steps].map(({ description }) => description))
    assert.doesNotMatch(text, /`/);
});

test('menus call commands that there are', () => {
  for (const [menu, items] of Object.entries(menus)) {
    for (const { command } of items) assert.ok(known.has(command), `${menu}: ${command}`);
  }
});
