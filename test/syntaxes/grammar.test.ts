import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { corpusSamples } from '../support/oracle/corpus';
import { repositoryPath } from '../support/repository';
import { loadGrammar, tokenize } from './tokenize';
import { table } from '../support/table';

let grammar: IGrammar;
before(async () => {
  grammar = await loadGrammar();
});

/** A line, a piece of it, and a scope that the piece must have. */
const LINES: [line: string, piece: string, scope: string][] = [
  ['type: task', 'type', 'keyword.control.type'],
  ['type: task', 'task', 'support.type.configuration'],
  ['type: "dev-environment" # x', 'dev-environment', 'support.type.configuration'],
  ['name: my-run', 'name', 'entity.name.tag'],
  ['name: my-run', 'my-run', 'string.unquoted.plain'],
  ['name: a # b', ' b', 'comment.line'],
  ['name: a#b', 'a#b', 'string.unquoted.plain'],
  ['"quoted key": 1', '"quoted key"', 'entity.name.tag'],
  ['- name: x', '-', 'punctuation.definition.block.sequence.item'],
  ['- name: x', 'name', 'entity.name.tag'],
  ['url: http://x.y:80/z', 'http://x.y:80/z', 'string.unquoted.plain'],
  ['image: python:3.12', 'python:3.12', 'string.unquoted.plain'],
  ['nodes: 4', '4', 'constant.numeric'],
  ['size: 1_000', '1_000', 'constant.numeric'],
  ['size: 0x1F', '0x1F', 'constant.numeric'],
  ['nvcc: true', 'true', 'constant.language.boolean'],
  ['max_duration: off', 'off', 'constant.language.boolean'],
  ['name: offline', 'offline', 'string.unquoted.plain'],
  ['name: ~', '~', 'constant.language.null'],
  ['name: null # x', 'null', 'constant.language.null'],
  ['since: 2026-01-01', '2026-01-01', 'constant.other.timestamp'],
  ['memory: 24GB..80GB', '24', 'constant.numeric'],
  ['memory: 24GB..80GB', 'GB', 'keyword.other.unit'],
  ['memory: 24GB..80GB', '..', 'keyword.operator.range'],
  ['memory: ..80GB', '80', 'constant.numeric'],
  ['memory: 200 GB..', 'GB', 'keyword.other.unit'],
  ['max_duration: 2h', 'h', 'keyword.other.unit'],
  ['gpu: A100:80GB:2', 'A100', 'support.type.shorthand'],
  ['gpu: A100:80GB:2', ':', 'punctuation.separator.shorthand'],
  ['gpu: A100:80GB:2', 'GB', 'keyword.other.unit'],
  ['gpu: nvidia', 'nvidia', 'support.type.shorthand'],
  ['gpu: "A10G,A100" # x', 'A10G', 'support.type.shorthand'],
  ['cpu: arm:4..8', 'arm', 'support.type.shorthand'],
  ['- 8080:80', '8080', 'constant.numeric'],
  ['- "*:3000"', '*:3000', 'string.quoted.double'],
  ['a: &x [b, "c"]', 'x', 'entity.name.type.anchor'],
  ['a: *x', 'x', 'variable.other.alias'],
  ['<<: *x', '<<', 'entity.name.tag.merge'],
  ['a: !!str 5', '!!str', 'storage.type.tag-handle'],
  ['backends: [aws, gcp]', 'aws', 'string.unquoted.plain'],
  ['x: { min: 1, max: ~ }', 'min', 'entity.name.tag'],
  ['x: { min: 1, max: ~ }', '1', 'constant.numeric'],
  ['a: "x\\n"', '\\n', 'constant.character.escape'],
  ['a: "x\\q"', '\\q', 'invalid.illegal.escape'],
  ["a: 'it''s'", "''", 'constant.character.escape'],
  ['password: ${{ secrets.token }}', '${{', 'punctuation.definition.template-expression'],
  ['password: ${{ secrets.token }}', 'token', 'variable.other.property'],
  ['path: /data/$USER', '$USER', 'variable.other.normal.shell'],
  ['---', '---', 'entity.other.document.begin'],
  ['%YAML 1.1', '%YAML 1.1', 'meta.directive'],
];

table('each piece of a line has its scope', LINES, ([line, piece, scope]) => {
  const tokens = tokenize(grammar, line).flat();
  const found = tokens.find(({ text, scopes }) => text === piece && scopes.includes(scope));
  assert.ok(found, `${line}: ${piece} is not ${scope}\n${JSON.stringify(tokens, null, 1)}`);
});

/** Lines of a block, and behind each the scope that its last token must have. */
const BLOCKS: [name: string, ...lines: [line: string, scope: string][]][] = [
  [
    'shell in commands: plain, quoted, literal, folded',
    ['commands:', 'punctuation.separator.key-value'],
    ['  - pip install x', 'meta.embedded.block.shell'],
    ['  - echo "a"', 'string.quoted.double.shell'],
    ['  - "echo a" # b', 'comment.line'],
    ["  - 'echo ''a'''", 'punctuation.definition.string.end'],
    ['  - |', 'keyword.control.flow.block-scalar'],
    ['    if true; then', 'meta.embedded.block.shell'],
    ['', ''],
    ['    fi', 'meta.embedded.block.shell'],
    ['  - >-', 'storage.modifier.chomping-indicator'],
    ['    vllm serve', 'meta.embedded.block.shell'],
    ['ports:', 'punctuation.separator.key-value'],
  ],
  [
    'what is open in one command does not reach the next',
    ['commands:', 'punctuation.separator.key-value'],
    ['  - echo "a', 'string.quoted.double.shell'],
    ['  - "echo', 'string.quoted.double'],
    ['  - |', 'keyword.control.flow.block-scalar'],
    ["    echo 'x", 'string.quoted.single.shell'],
    ['    cat <<EOF', 'string.quoted.single.shell'],
    ['  - ls', 'entity.name.command.shell'],
    ['# note', 'comment.line'],
    ['type: task', 'support.type.configuration'],
  ],
  [
    'a template expression and a continued line in a command',
    ['commands:', 'punctuation.separator.key-value'],
    ['- train \\', 'meta.statement.command.shell'],
    ['    --lr', 'constant.other.option.shell'],
    ['- run ${{ run.args }}', 'punctuation.definition.template-expression.end'],
    ['name: x', 'string.unquoted.plain'],
  ],
  [
    'commands of a group end with the group',
    ['groups:', 'punctuation.separator.key-value'],
    ['  - commands:', 'punctuation.separator.key-value'],
    ['      - ls', 'entity.name.command.shell'],
    ['    replicas: 2', 'constant.numeric'],
    ['  - name: x', 'string.unquoted.plain'],
    ['    commands:', 'punctuation.separator.key-value'],
    ['    - ls', 'entity.name.command.shell'],
    ['    nodes: 1..2', 'constant.numeric'],
  ],
  [
    'environment variables',
    ['env:', 'punctuation.separator.key-value'],
    ['  - HF_TOKEN', 'variable.other.environment'],
    ['  - A=', 'keyword.operator.assignment'],
    ['  - A=b c', 'string.unquoted.plain'],
    ['  KEY:', 'punctuation.separator.key-value'],
    ['  KEY: value', 'string.unquoted.plain'],
    ['ide: vscode', 'string.unquoted.plain'],
  ],
  [
    'block scalars end with their indentation',
    ['prompt: |', 'keyword.control.flow.block-scalar'],
    ['  type: text', 'string.unquoted.block'],
    ['', ''],
    ['  - more', 'string.unquoted.block'],
    ['empty: |', 'keyword.control.flow.block-scalar'],
    ['type: task', 'support.type.configuration'],
    ['items:', 'punctuation.separator.key-value'],
    ['  - body: >', 'keyword.control.flow.block-scalar'],
    ['      text', 'string.unquoted.block'],
    ['    url: /x', 'string.unquoted.plain'],
    ['  - |', 'keyword.control.flow.block-scalar'],
    ['    text', 'string.unquoted.block'],
    ['  - 5', 'constant.numeric'],
  ],
  [
    'an unfinished string or list ends at the next property',
    ['name: "x', 'string.quoted.double'],
    ['type: task', 'support.type.configuration'],
    ['backends: [aws,', 'punctuation.separator'],
    ['nodes: 2', 'constant.numeric'],
  ],
];

for (const [name, ...lines] of BLOCKS) {
  test(name, () => {
    const tokens = tokenize(grammar, lines.map(([line]) => line).join('\n'));
    lines.forEach(([line, scope], index) => {
      const last = tokens[index]?.at(-1);
      assert.ok((last?.scopes ?? '').includes(scope), `${line}: ${last?.scopes} is not ${scope}`);
    });
  });
}

/** A key at the left margin is a key, whatever stands above it. */
test('no construct of a real file runs over the rest of it', () => {
  const keys = /^(?:type|name|commands|env|ports|port|resources|image|python|ide|profiles)(?=:)/;
  for (const { name, text } of [...examples(), ...(corpusSamples() ?? [])]) {
    const tokens = tokenize(grammar, text);
    text.split(/\r?\n/).forEach((line, index) => {
      const key = keys.exec(line)?.[0];
      if (key === undefined) return;
      const first = tokens[index]?.[0];
      assert.equal(first?.text, key, `${name}:${index + 1}`);
      assert.match(first.scopes, /^(?:entity\.name\.tag|keyword\.control\.type)/, name);
    });
  }
});

table(
  'long and odd lines take no time',
  ['a: ', 'a:', '- ', '1:', '1..', '[{', '"', "'", '${{', ' ', '\\"', 'gpu: A,', '#', '|', '&a '],
  (piece) => {
    const line = piece.repeat(1200 / piece.length);
    tokenize(grammar, `commands:\n  - ${line}\n${line}`);
  },
);

function examples(): { name: string; text: string }[] {
  const folder = repositoryPath('examples');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
