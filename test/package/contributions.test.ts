import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly markdown: string };
      }[];
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
  };
}

const manifest = JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')) as Manifest;
const { commands, walkthroughs, menus } = manifest.contributes;
const known = new Set(commands.map(({ command }) => command));

test('what the walkthrough shows and calls is there', () => {
  for (const { description, media } of walkthroughs.flatMap(({ steps }) => steps)) {
    assert.ok(existsSync(repositoryPath(media.markdown)), media.markdown);
    for (const [, command = ''] of description.matchAll(/\(command:([\w.]+)\)/g)) {
      assert.ok(known.has(command) || command.startsWith('editor.'), command);
    }
  }
});

test('menus call commands that there are', () => {
  for (const [menu, items] of Object.entries(menus)) {
    for (const { command } of items) assert.ok(known.has(command), `${menu}: ${command}`);
  }
});
