import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import { test } from 'node:test';
import { TOOLS } from '../../server/src/agents/tools';
import { readManifest } from '../support/manifest';
import { repositoryPath } from '../support/repository';

const read = (path: string) => readFileSync(repositoryPath(path), 'utf8');

interface Manifest {
  readonly contributes: {
    readonly languageModelTools: readonly Record<string, unknown>[];
    readonly chatSkills: readonly { readonly path: string }[];
  };
}

const { languageModelTools, chatSkills } = (readManifest() as Manifest).contributes;

test('package.json has the tools of the server, with their texts', () => {
  const expected = TOOLS.map(({ name, title, description, inputSchema }) => ({
    name: `dstack_${name}`,
    displayName: title,
    modelDescription: description,
    inputSchema,
  }));
  const found = languageModelTools.map(({ name, displayName, modelDescription, inputSchema }) => ({
    name,
    displayName,
    modelDescription,
    inputSchema,
  }));
  assert.deepEqual(found, JSON.parse(JSON.stringify(expected)));
});

test('the client registers each of them', () => {
  const source = read('client/src/agent-tools.ts');
  for (const { name } of TOOLS) assert.ok(source.includes(`'${name}'`), name);
});

test('the skill is shipped, has the name of its folder, and names tools that there are', () => {
  const [skill] = chatSkills;
  assert.ok(skill);
  const path = skill.path.replace(/^\.\//, '');
  assert.ok(read('.vscodeignore').split('\n').includes(`!${path}`));
  const text = read(path);
  const [, name, description = ''] = /^---\nname: (.*)\ndescription: (.*)\n---\n/.exec(text) ?? [];
  assert.equal(name, basename(dirname(path)));
  assert.ok(description.length > 50 && description.length <= 1024);
  const named = [...text.matchAll(/`(\w+_\w+)`/g)].map(([, tool]) => tool);
  assert.deepEqual(new Set(named), new Set(TOOLS.map((tool) => tool.name)));
});
