import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';

const CLI = repositoryPath('dist/cli.js');
const MULTITOOL = process.env['DSTACK_SARIF_MULTITOOL'];

const skip = MULTITOOL === undefined ? 'needs Sarif.Multitool' : !existsSync(CLI) && 'not built';

/** Files with names and problems that are hard to write down. */
const HARD: Readonly<Record<string, string>> = {
  'a b %20 ü #?.dstack.yml': 'type: task\ncomands: [ls]\n',
  'c:d.dstack.yml': 'type: task\nports: [1:1:1]\n',
  'empty.dstack.yml': '',
  'whole-line.dstack.yml': '```yaml\ntype: task\n',
  'emoji.dstack.yml': 'type: task\nname: "😀"\ncommands: ["\\ud800"]\n',
  'several-lines.dstack.yml': 'type: task\ncommands:\n  run: |\n    a\n    b\n',
  'control.dstack.yml': 'type: task\nname: "a\\x1b[31mb"\ncommands: [a]\n',
};

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly {
        readonly ruleId: string;
        readonly level?: string;
        readonly message: unknown;
      }[];
    },
  ];
}

function results(file: string): Log['runs'][0]['results'] {
  // The validator writes a byte order mark.
  return (JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, '')) as Log).runs[0].results;
}

test(
  'SARIF is valid by the official schema, and by the rules of GitHub code scanning',
  { skip },
  (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'dstack-sarif-'));
    context.after(() => rmSync(folder, { recursive: true }));
    cpSync(repositoryPath('test/fixtures/refused'), join(folder, 'refused'), { recursive: true });
    for (const [name, text] of Object.entries(HARD)) writeFileSync(join(folder, name), text);
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const checked = spawnSync(process.execPath, [CLI, 'check', '--format=sarif'], options);
    writeFileSync(join(folder, 'ours.sarif'), checked.stdout);
    assert.ok(results(join(folder, 'ours.sarif')).length > 60, checked.stderr);
    const args = ['validate', 'ours.sarif', '--rule-kind', 'Sarif;Ghas', '--output', 'said.sarif'];
    const { status, stdout } = spawnSync(String(MULTITOOL), args, {
      ...options,
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    });
    assert.equal(status, 0, stdout);
    const said = results(join(folder, 'said.sarif'));
    assert.deepEqual(
      said.filter(({ level }) => level === 'error'),
      [],
    );
  },
);
