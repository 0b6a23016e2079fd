import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { PROBLEM_TITLES, starters } from '../../server/src/language';
import { printedBy } from '../support/check/command-line';
import { corpusSamples, fixtureSamples } from '../support/oracle/corpus';
import { repositoryPath } from '../support/repository';
import { NOT_BUILT } from '../support/server/server-process';
import { yaml } from '../support/yaml';

const CLI = repositoryPath('dist/cli.js');
const options = { skip: NOT_BUILT };

let client: Client;
const folder = mkdtempSync(join(tmpdir(), 'dstack-mcp-'));

before(async () => {
  if (options.skip) return;
  client = new Client({ name: 'test', version: '1' });
  const command = { command: process.execPath, args: [CLI, 'mcp'], cwd: folder };
  await client.connect(new StdioClientTransport(command));
});

after(async () => {
  if (!options.skip) await client.close();
  rmSync(folder, { recursive: true });
});

/** The result of a tool, or the error that the model reads. */
async function call(name: string, input: object): Promise<Record<string, unknown>> {
  const { content, structuredContent, isError } = await client.callTool({
    name,
    arguments: { ...input },
  });
  const [{ text } = { text: '' }] = content as { text: string }[];
  if (isError) return { error: text };
  assert.deepEqual(JSON.parse(text), structuredContent);
  return structuredContent as Record<string, unknown>;
}

interface Found {
  readonly file: string;
  readonly code: string;
}

const shown = ({ file: _, fixes: __, page: ___, url: ____, ...found }: Found & Record<string, unknown>) => found;

test('MCP: the tools only read, and say when they are of use', options, async () => {
  const { tools } = await client.listTools();
  assert.deepEqual(
    tools.map(({ name }) => name),
    ['check_configuration', 'describe_property', 'expand_configuration', 'list_starters'],
  );
  for (const { description, annotations } of tools) {
    assert.ok(description && description.length > 80);
    assert.equal(annotations?.readOnlyHint, true);
  }
});

test('MCP: 200 files get the verdicts of the command line', options, async (t) => {
  const samples = [...(corpusSamples() ?? []).slice(0, 150), ...fixtureSamples('refused')].slice(0, 200);
  const files = samples.map(({ text, kind }, index) => {
    const name = kind === 'profiles' ? 'p' : 'c';
    const path = join(folder, `${String(index)}-${name}.dstack.yml`);
    writeFileSync(path, text);
    return path;
  });
  let problems = 0;
  for (const path of files) {
    const { out, code } = printedBy(['check', '--format', 'json', path], folder);
    const expected = (JSON.parse(out) as (Found & Record<string, unknown>)[]).map(shown);
    const { accepted, problems: found } = await call('check_configuration', { path });
    const told = JSON.stringify(found).replaceAll(folder, '@');
    assert.deepEqual((JSON.parse(told) as (Found & Record<string, unknown>)[]).map(shown), expected, path);
    assert.equal(accepted, code === 0);
    problems += expected.length;
  }
  t.diagnostic(`figure: ${String(problems)} problems in ${String(files.length)} files`);
  assert.ok(problems > 50);
});

test('MCP: what an example in the wild gets wrong is found, with the fix', options, async () => {
  const text = yaml`
    type: volume
    name: datasets
    backend: aws
    region: eu-west-1
    resources:
      disk: 200GB
  `;
  const { accepted, problems } = await call('check_configuration', { text });
  assert.equal(accepted, false);
  const [problem] = problems as (Found & { message: string })[];
  assert.equal(problem?.code, 'unknown-key');
  assert.match(problem.message, /`resources` is not a property of an aws volume/);
});

/** Texts that are not checked whole, by what they have too much of. */
const TOO_LARGE: readonly (readonly [what: string, text: string])[] = [
  ['many characters', `type: task\ncommands:\n${'  - echo hello\n'.repeat(100_000)}`],
  [
    'many values',
    `type: task\ncommands: [ls]\n${Array.from({ length: 20_000 }, (_, n) => `a${String(n)}: 1\n`).join('')}`,
  ],
];

for (const [what, text] of TOO_LARGE) {
  test(`MCP: a text with too ${what} is not accepted`, options, async () => {
    const { accepted, problems } = await call('check_configuration', { text });
    assert.deepEqual(
      (problems as Found[]).map(({ code }) => code),
      ['file-too-large'],
    );
    assert.equal(accepted, false);
  });
}

test('MCP: safe fixes are made in the text', options, async () => {
  const { fixedText } = await call('check_configuration', { text: 'type: task\ncomands: [ls]\n' });
  assert.equal(fixedText, 'type: task\ncommands: [ls]\n');
});

test('MCP: a property, what is in it and its values', options, async () => {
  const gpu = await call('describe_property', { type: 'task', path: 'resources.gpu', prefix: 'h10' });
  assert.match(String(gpu['documentation']), /`gpu`/);
  const names = (gpu['properties'] as { name: string }[]).map(({ name }) => name);
  assert.ok(names.includes('memory'), names.join());
  assert.ok((gpu['values'] as { value: string }[]).some(({ value }) => value === 'H100'));
  const deep = await call('describe_property', { type: 'service', path: 'replicas.resources.gpu' });
  assert.match(String(deep['documentation']), /`gpu`/);
  const { properties } = await call('describe_property', { type: 'fleet' });
  assert.ok((properties as { name: string; required: boolean }[]).some(({ name }) => name === 'nodes'));
});

test('MCP: a wrong input is told as the model needs it', options, async () => {
  const path = await call('describe_property', { type: 'task', path: 'resources.gpus' });
  assert.match(String(path['error']), /no property `gpus` here\. Did you mean `gpu`\?/);
  assert.match(String((await call('describe_property', { type: 'job' }))['error']), /task, service/);
  assert.match(String((await call('check_configuration', {}))['error']), /`text` or `path`/);
  assert.match(String((await call('list_starters', { label: 'none' }))['error']), /no such template/);
  const { error } = await call('list_starters', { type: 'job' });
  assert.match(String(error), /^There is no such template\. The types are [^;]*\btask, [^;]*; /);
});

test('MCP: a path that cannot be read gets the words of the command line', options, async () => {
  const errors = ['none.dstack.yml', '.', '-'].map((path) => call('check_configuration', { path }));
  assert.deepEqual(await Promise.all(errors), [
    { error: 'none.dstack.yml: no such file or folder.' },
    { error: '.: is a folder, not a file.' },
    { error: '-: no such file or folder.' },
  ]);
  writeFileSync(join(folder, '-'), 'type: task\ncommands: [ls]\n');
  const { accepted } = await call('check_configuration', { path: '-' });
  assert.equal(accepted, true, 'the standard input has the messages of the client');
});

test('MCP: what dstack has removed or advises against is not listed', options, async () => {
  const { properties } = await call('describe_property', { type: 'task' });
  const listed = (properties as { name: string }[]).map(({ name }) => name);
  const { error } = await call('describe_property', { type: 'task', path: 'zzzzzz' });
  for (const name of ['build', 'cache', 'setup', 'home_dir']) {
    assert.ok(!listed.includes(name), name);
    assert.doesNotMatch(String(error), new RegExp(`\\b${name}\\b`));
  }
  assert.match(String(error), /\bcommands, ports\b/);
});

test('MCP: answers that wait for the client give no warning', options, async () => {
  const server = spawn(process.execPath, [CLI, 'mcp'], { cwd: folder });
  let warned = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (warned += text));
  const send = (message: object) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const clientInfo = { name: 'test', version: '1' };
  send({ id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  send({ method: 'notifications/initialized' });
  for (let id = 1; id <= 200; id++)
    send({ id, method: 'tools/call', params: { name: 'describe_property', arguments: { type: 'task' } } });
  // Nobody reads until all have been answered.
  await setTimeout(3000);
  server.stdout.resume();
  server.stdin.end();
  await once(server, 'close');
  assert.equal(warned, '');
});

test('MCP: the configuration as dstack reads it', options, async () => {
  const { text } = await call('expand_configuration', { text: 'type: task\ncommands: [ls]\nresources: {gpu: A100:2}\n' });
  assert.match(String(text), /name:\n {6}- A100\n {4}count: 2/);
});

test('MCP: each template is accepted', options, async () => {
  const { starters: listed } = await call('list_starters', {});
  assert.equal((listed as unknown[]).length, starters().starters.length);
  for (const { type, label } of listed as { type: string; label: string }[]) {
    const { starters: one } = await call('list_starters', { type, label });
    const [{ text } = { text: '' }] = one as { text: string }[];
    const filename = type === 'profiles' ? '.dstack/profiles.yml' : '.dstack.yml';
    const { accepted } = await call('check_configuration', { text, filename });
    assert.equal(accepted, true, label);
  }
});

test('MCP: the pages of the problems and the JSON Schemas can be read', options, async () => {
  const { resources } = await client.listResources();
  const codes = Object.keys(PROBLEM_TITLES).length;
  assert.equal(resources.length, codes + 9);
  for (const { uri, mimeType } of resources) {
    const { contents } = await client.readResource({ uri });
    const [{ text } = { text: '' }] = contents as { text: string }[];
    if (mimeType === 'text/markdown') assert.match(text, /^# /, uri);
    else assert.ok('$schema' in (JSON.parse(text) as object), uri);
  }
  await assert.rejects(client.readResource({ uri: 'dstack://problems/../x' }), /no resource/);
});

const GROUPS = yaml`
  type: service
  port: 80
  groups: [{replicas: 1, image: nginx}]
`;

test('MCP: the tools follow the release that the project pins, or the one that is named', options, async () => {
  const pin = join(folder, 'requirements.txt');
  writeFileSync(pin, 'dstack==0.20.29\n');
  const verdict = async (more: object) => {
    const { accepted, dstackVersion } = await call('check_configuration', { text: GROUPS, ...more });
    return [accepted, dstackVersion];
  };
  const names = async (more: object) => {
    const { properties } = await call('describe_property', { type: 'service', ...more });
    return (properties as { name: string }[]).map(({ name }) => name);
  };
  try {
    assert.deepEqual(await verdict({}), [false, '0.20.29']);
    assert.deepEqual(await verdict({ dstack_version: '0.22' }), [true, '0.22.5']);
    assert.ok(!(await names({})).includes('groups'));
    assert.ok((await names({ dstack_version: '0.22.5' })).includes('groups'));
    const list = await call('list_starters', { type: 'preset' });
    assert.match(String(list['error']), /There is no such template/);
    const { error } = await call('check_configuration', { text: GROUPS, dstack_version: 'old' });
    assert.match(String(error), /`dstack_version` is a release of dstack/);
  } finally {
    rmSync(pin);
  }
});
