import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Analysis, planInput } from '../../server/src/language';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';
import { yaml } from '../support/yaml';
import { connect, live, STAND } from './stand';

const FOLDER = join(STAND.folder, 'refusals');
const FILE = 'x.dstack.yml';

/** What the real `dstack apply` says about a file that it refuses, as a task of VS Code runs it. */
function refusalOf(text: string): string {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, FILE), text);
  const cli = join(dirname(STAND.python), 'dstack');
  const { status, stdout, stderr } = spawnSync(cli, ['apply', `--file=${FILE}`], {
    cwd: FOLDER,
    env: { PATH: `${dirname(STAND.python)}:${process.env['PATH'] ?? ''}`, HOME: STAND.home },
    input: '',
    encoding: 'utf8',
  });
  rmSync(FOLDER, { recursive: true });
  assert.equal(status, 1, stdout);
  return stdout + stderr;
}

/** The lines of a text that are marked with `# <-`, from 1 on. */
function markedLines(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (line.includes('# <-') ? [index + 1] : []));
}

/** Files that only the server refuses, and a part of what the command line says. */
const BY_SERVER: readonly (readonly [says: RegExp, text: string])[] = [
  [
    /Volume \['nope'\] not found/,
    yaml`
      type: task
      name: refused
      commands: ['true']
      volumes:
        - data:/data
        - nope:/data # <-
    `,
  ],
  [
    /registry\.invalid/,
    yaml`
      type: task
      commands: ['true']
      image: registry.invalid/nope # <-
    `,
  ],
];

table('what the server refuses is shown at its line', BY_SERVER, async ([says, text]) => {
  assert.match(refusalOf(text), says);
  const input = planInput(new Analysis({ uri: 'file:///w/.dstack.yml', text }));
  assert.ok(input);
  const { server } = await connect();
  const report = await live.reportOf(server, input);
  assert.equal(report.kind, 'failure');
  const lines = live
    .refusalsIn(text, report.failure)
    .map(({ start }) => text.slice(0, start).split('\n').length);
  assert.deepEqual(lines, markedLines(text));
});

/** Files that PyYAML refuses. */
const BY_YAML: readonly string[] = [
  yaml`
    type: task
    commands: a: b # <-
  `,
  yaml`
    type: task
    commands:
      - a
     - b # <-
  `,
  'type: task\ncommands: [a\nname: x # <-\n',
  'type: task\n\tname: x # <-\n',
  'type: task\nname: *nowhere # <-\n',
  'type: task\nname: "a # <-',
];

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly message?: number;
}

/** The problem matcher of the tasks, as VS Code applies it: its patterns match lines one after the other. */
function matched(output: string): readonly (readonly [file: string, line: number])[] {
  const { contributes } = JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')) as {
    readonly contributes: { readonly problemMatchers: readonly { readonly pattern: Pattern[] }[] };
  };
  const [first, second] = contributes.problemMatchers[0]?.pattern ?? [];
  assert.ok(first && second);
  const lines = output.split('\n');
  return lines.flatMap((line, index) => {
    const place = new RegExp(second.regexp).exec(lines[index + 1] ?? '');
    if (!new RegExp(first.regexp).test(line) || !place) return [];
    return [[place[second.file ?? 0] ?? '', Number(place[second.line ?? 0])] as const];
  });
}

table('what is not YAML is shown where PyYAML says', BY_YAML, (text) => {
  const output = refusalOf(text);
  const [expected] = markedLines(text);
  assert.deepEqual(matched(output), [[FILE, expected]], output);
});
