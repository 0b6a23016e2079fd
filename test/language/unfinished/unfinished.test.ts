import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Analysis, whileTyping, type Shown } from '../../../server/src/language';
import { cursorIn } from '../../support/check/cursor';
import { repositoryPath } from '../../support/repository';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

const TASK = 'type: task\ncommands: [ls]\n';
const SERVICE = yaml`
  type: service
  image: x
  port: 8000
`;

/** The problems that are shown with the cursor at `offset`, e.g. `2: unknown-key`. */
function shownAt(text: string, offset: number, uri = 'file:///w/.dstack.yml'): string[] {
  const analysis = new Analysis({ uri, text });
  const position = analysis.tree.lines.position(offset);
  const { problems, tree }: Shown = whileTyping(analysis, position) ?? analysis;
  return problems.map(
    ({ code, span }) => `${String(tree.lines.position(span.start).line)}: ${code}`,
  );
}

/** Lines that have a problem when they stay so, and could be the beginning of a right one. */
const UNFINISHED: readonly string[] = [
  't$0',
  '# A note\nty$0\n',
  'type:$0',
  'type: ta$0',
  'type: task$0',
  `${TASK}n$0`,
  `${TASK}na$0\nports: [80]\n`,
  `${TASK}na$0me\nports: [80]\n`,
  `${TASK}zzz$0`,
  `${TASK}port$0\n  - 80\n`,
  `${TASK}fleet:$0`,
  `${TASK}port$0: [80]`,
  `${TASK}env:$0`,
  `${TASK}env: $0`,
  `${TASK}env: # note$0`,
  `${TASK}env:\n  -$0`,
  `${TASK}env:\n  - A=b\n  - $0\nname: run\n`,
  `${TASK}ports:\n  - 8080:$0`,
  `${TASK}ports:\n  - 8080:8$0`,
  `${TASK}ports:\n  - "8080$0`,
  `${TASK}ports:\n  - "8080$0"`,
  `${TASK}ports: [80, "90$0\nname: run\n`,
  `${TASK}ports: [80, $0\nname: run\n`,
  `${TASK}volumes:\n  - my-vol$0`,
  `${TASK}volumes:\n  - my-vol:$0`,
  `${TASK}volumes:\n  - instance_$0`,
  `${TASK}volumes:\n  - instance_path: /data$0`,
  `${TASK}files:\n  - a.txt:$0`,
  `${TASK}resources:\n  g$0`,
  `${TASK}resources:\n  gpu: H100:$0`,
  `${TASK}resources:\n  gpu: H100:80G$0`,
  `${TASK}resources:\n  memory: 16GB.$0`,
  `${TASK}resources:\n  memory: 16GB..3$0`,
  `${TASK}resources: {gp$0}`,
  `${TASK}resources: {gpu: {na$0}}`,
  `${TASK}spot_policy: on$0`,
  `${TASK}spot_policy: on-d$0`,
  `${TASK}backends: [aws, g$0]`,
  `${TASK}image: nvcr.io:$0`,
  `${TASK}name: m$0`,
  `${TASK}name: "my-$0`,
  `${TASK}name: 'my-$0\nports: ['80']\n`,
  `${TASK}schedule: {cron: "0 3$0"}`,
  `${TASK}schedule:\n  cron: "0 3$0"`,
  `${TASK}shell: ba$0`,
  `${TASK}max_duration: 2$0\n`,
  `${TASK}env: &all\n  A: b\nx: *al$0`.replace('x: ', 'tags: '),
  'type: task\ncommands:\n  - echo a:$0',
  'type: task\ncommands:\n  - echo "a:$0"',
  `type: task\ncommands:\n  - echo \${{ $0`,
  `${SERVICE}model: {name: x, format: op$0}`,
  `${SERVICE}replicas: 1..$0`,
  `${SERVICE}replicas: 1..4$0`,
  `${SERVICE}probes:\n  - type: htt$0`,
  'profiles:\n  - na$0',
];

for (const marked of UNFINISHED) {
  const { text, offset } = cursorIn(marked);
  const line = text.slice(0, offset).split('\n').length - 1;
  test(`not shown while it is typed: ${JSON.stringify(marked)}`, () => {
    assert.deepEqual(
      shownAt(text, offset).filter((problem) => problem.startsWith(`${String(line)}:`)),
      [],
    );
  });
}

/** Mistakes that stay however the line goes on, and what is shown of them. */
const MISTAKES: readonly (readonly [marked: string, ...shown: string[]])[] = [
  [`${TASK}name:x$0`, '2: yaml-syntax'],
  [`${TASK}name: a: b$0`, '2: yaml-syntax'],
  [`${TASK}foo bar$0`, '2: yaml-syntax'],
  [`${TASK}zzz:$0`, '2: unknown-key'],
  [`${TASK}fleet: $0`, '2: unknown-key'],
  [`${TASK}ide: vs$0`, '2: unknown-key'],
  [`${TASK}resources:\n  gpu: 24GBB$0`, '3: gpu-shorthand'],
  [`${TASK}name: My$0`, '2: resource-name'],
  [`${TASK}spot_policy: x$0`, '2: unknown-value'],
  [`${TASK}nodes: x$0`, '2: wrong-type'],
  [`${TASK}ports:\n  - 99999$0`, '3: port'],
  [`${TASK}ports:\n  -80$0`, '3: wrong-type'],
  [`${TASK}max_price: $2$0`.replace('$2$0', '€2$0'), '2: wrong-type'],
  [`${TASK}working_dir: x$0`, '2: relative-working-dir'],
  [`${TASK}image: x\npython: 3.12$0`, '3: conflicting-properties'],
  ['type: task\ncommands:\n  - echo a: b$0', '2: command-is-mapping'],
];

for (const [marked, ...shown] of MISTAKES) {
  test(`shown at once: ${JSON.stringify(marked)}`, () => {
    const { text, offset } = cursorIn(marked);
    assert.deepEqual(shownAt(text, offset), shown);
  });
}

test('other lines keep their problems while a line is typed that makes the text no YAML', () => {
  const { text, offset } = cursorIn(`${TASK}nmae: x\npo$0\nide: y\n`);
  assert.deepEqual(shownAt(text, offset), ['2: unknown-key', '4: unknown-key']);
});

test('a mistake on another line is shown, unfinished or not', () => {
  const { text, offset } = cursorIn(`${TASK}env:\nname: $0\nports:\n`);
  assert.deepEqual(shownAt(text, offset), ['2: empty-value', '4: empty-value']);
});

test('the examples can be typed without a problem on the line with the cursor', () => {
  const folder = repositoryPath('examples');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  let prefixes = 0;
  for (const file of files.filter((name) => /\.ya?ml$/.test(name))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const uri = `file:///w/${file.replaceAll('\\', '/')}`;
    for (let offset = 1; offset <= text.length; offset++) {
      const typed = text.slice(0, offset);
      if (/#.*$/.test(typed)) continue;
      const line = typed.split('\n').length - 1;
      const shown = shownAt(typed, offset, uri);
      const here = shown.filter((problem) => problem.startsWith(`${String(line)}:`));
      assert.deepEqual(here, [], typed.slice(-200));
      prefixes++;
    }
  }
  assert.ok(prefixes > 2000, String(prefixes));
});

table(
  'long lines take no time',
  ['a', ' ', 'a:', '[', '"', "'", '{a: ', '${{ ', '*', '- ', '|', ', ', '\\'],
  (piece) => {
    const text = `${TASK}ports: ${piece.repeat(20_000)}`;
    const start = performance.now();
    shownAt(text, text.length);
    assert.ok(performance.now() - start < 2000, piece);
  },
);
