import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language';
import { askDstack } from '../support/oracle/ask-dstack';
import { pythonForOracle } from '../support/oracle/python';

/** White space, line breaks, digits and invisible characters that JavaScript, Python and Rust put in different classes. */
const CHARACTERS = [
  ...['\\t', '\\n', '\\r', '\\v', '\\f', '\\x1c', '\\x1f', '\\x85', '\\xa0', '\\u1680', '\\u180e'],
  ...[
    '\\u2003',
    '\\u200b',
    '\\u2028',
    '\\u2029',
    '\\u202f',
    '\\u3000',
    '\\ufeff',
    '\\u0661',
    '\\uff11',
  ],
  ...['\\u00b2', '\\u0130', '\\u017f', '\\u212a', '\\U0001d7d9'],
];

/** Escapes that are halves of characters, and others that look similar. */
const HALVES = [
  ...['\\ud83d\\ude00', '\\uD83D\\uDE00', 'a\\ud800b', '\\udfff', '\\ude00\\ud83d', '\\U0000D83D'],
  ...['\\ud83d😀', '\\U0001F600', '\\\\ud83d', '\\\\\\ud83d', '\\ud7ff', '\\ue000', '\\x5cud83d'],
];

const run = (line: string) => `type: task\ncommands: [ls]\n${line}\n`;
const service = (line: string) => `type: service\nport: 80\ncommands: [ls]\n${line}\n`;
const windsurf = (version: string) =>
  `type: dev-environment\nide: windsurf\nversion: "${version}"\n`;

/** A file with a text in double quotes, at every kind of place where dstack matches one or passes one on. */
const PLACES: Readonly<Record<string, (text: string) => string>> = {
  prefix: (text) => service(`rate_limits: [{prefix: "/a${text}b", rps: 4}]`),
  header: (text) =>
    service(`rate_limits: [{prefix: /, rps: 4, key: {type: header, header: "a${text}"}}]`),
  'windsurf version': (text) => windsurf(`a${text}@a1`),
  'windsurf commit': (text) => windsurf(`a@a${text}`),
  command: (text) => `type: task\ncommands: ["${text}"]\n`,
  image: (text) => run(`image: "a${text}"`),
  env: (text) => run(`env: {A: "${text}"}`),
  'env entry': (text) => run(`env: ["A=${text}"]`),
  'env name': (text) => run(`env: {"A${text}": a}`),
  working_dir: (text) => run(`working_dir: "/a${text}"`),
  memory: (text) => run(`resources: {memory: "8${text}GB"}`),
  duration: (text) => run(`max_duration: "5${text}m"`),
  gpu: (text) => run(`resources: {gpu: "A100${text}"}`),
  'gpu name': (text) => run(`resources: {gpu: {name: ["A100", "x${text}"]}}`),
  port: (text) => run(`ports: ["80${text}:80"]`),
  user: (text) => run(`user: "a${text}"`),
  region: (text) => run(`regions: ["a${text}"]`),
  file: (text) => run(`files: ["./a${text}:/a"]`),
  volume: (text) => run(`volumes: ["/a${text}:/a"]`),
  tag: (text) => `type: fleet\nname: aa\nnodes: 1\ntags: {a: "b${text}"}\n`,
  'tag name': (text) => `type: fleet\nname: aa\nnodes: 1\ntags: {"a${text}": b}\n`,
  'probe body': (text) => service(`probes: [{type: http, url: /, method: post, body: "${text}"}]`),
  domain: (text) =>
    `type: gateway\nname: aa\nbackend: aws\nregion: us-east-1\ndomain: "a${text}"\n`,
  'volume region': (text) =>
    `type: volume\nname: aa\nbackend: aws\nregion: "a${text}"\nsize: 10GB\n`,
  'ssh user': (text) =>
    `type: fleet\nname: aa\nssh_config: {user: "a${text}", identity_file: a, hosts: [a]}\n`,
};

/** Keys that are one to JavaScript or to YAML, but two to Python, or the other way round. */
const KEYS = [
  ...[
    '{1: a, "1": b}',
    '{1: [x], "1": b}',
    '{"1": b, 1: [x]}',
    '{1: b, "1": [x]}',
    '{"1": [x], 1: b}',
  ],
  ...['{1: a, 1.0: b}', '{1.5: a, "1.5": [b]}', '{1.5: [a], "1.5": b}', '{0x1: [a], "1": b}'],
  ...['{1_0: [a], "10": b}', '{null: a, "null": b}', '{true: a, "true": b}', '{1: a, true: b}'],
  ...['{"0": [x], 0: b}', '{-1: [x], "-1": b}', '{"-0": [x], -0: b}', '{1: a, "01": [b]}'],
].map((env) => run(`env: ${env}`));

const python = pythonForOracle();

const groups: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    Object.entries(PLACES).map(([name, place]) => [name, [...CHARACTERS, ...HALVES].map(place)]),
  ),
  keys: KEYS,
};

for (const [name, texts] of Object.entries(groups)) {
  test(
    `${name}: the same verdict as dstack`,
    { skip: python === undefined && 'there is no Python with dstack' },
    async () => {
      const verdicts = await verdictsOf(name);
      const different = texts.filter((text, index) => isRefused(text) === verdicts[index]?.ok);
      assert.deepEqual(different, []);
    },
  );
}

let asked: ReturnType<typeof askDstack> | undefined;

/** All groups are asked at once: dstack takes seconds to begin. */
async function verdictsOf(name: string) {
  const names = Object.keys(groups);
  const texts = Object.values(groups).flat();
  asked ??= askDstack(
    python ?? '',
    texts.map((text) => ({ text, kind: 'configuration', plan: true })),
  );
  const from = names
    .slice(0, names.indexOf(name))
    .reduce((sum, one) => sum + (groups[one]?.length ?? 0), 0);
  return (await asked).slice(from, from + (groups[name]?.length ?? 0));
}

function isRefused(text: string): boolean {
  const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
  return problems.some(({ severity }) => severity === 'error');
}
