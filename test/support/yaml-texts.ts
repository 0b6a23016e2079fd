import type { Random } from './random';

/** Texts for the comparison with PyYAML: random ones, and real ones with random edits. */

/** Pieces of YAML that are close to each other in the ways that matter to a scanner. */
const PIECES = [
  ...'abk1:-?,[]{}#&*!|>\'"%@`\\~=<.\t\r\n    ',
  ...[
    'a',
    'b',
    'key',
    'x y',
    '12',
    '0x1',
    '1',
    'true',
    'null',
    '<<',
    '=',
    '1e3',
    '2026-01-01',
    '8080:22',
  ],
  ...[
    ': ',
    ':\n',
    ':\t',
    ' : ',
    ':',
    '- ',
    '-\n',
    '-\t',
    '? ',
    '?',
    ', ',
    ',',
    ' #c\n',
    '# c',
    '#',
  ],
  ...[
    '\n',
    '\n',
    '\n  ',
    '\n  ',
    '\n    ',
    '\n ',
    '\n\n',
    '\r\n',
    '\r',
    '\n\t',
    '\n  \t',
    ' ',
    '  ',
    '\t',
  ],
  ...['a: ', 'b: ', 'a:\n  ', '\nb: ', '\nc: ', '\n- ', '\n  - ', '\n  b: ', '- - ', 'a: b'],
  ...[
    '[',
    ']',
    '{',
    '}',
    '[a, b]',
    '{a: b}',
    '{a, b}',
    '[a: b]',
    '[]',
    '{}',
    '{? a}',
    '[? a : b]',
    '"a":b',
  ],
  ...[
    '"',
    "'",
    '"a"',
    "'b'",
    '"a\n b"',
    "'a\n\n b'",
    '"\\n"',
    '"\\x41"',
    '"\\d"',
    "''''",
    '"\\\n  b"',
    '"\\u12"',
  ],
  ...[
    '|\n  ',
    '>\n  ',
    '|-\n  ',
    '>+\n  ',
    '|2\n  ',
    '|0\n',
    '|+1\n   ',
    '|\n\n   a\n  b',
    '| # c\n  ',
    '|x\n',
  ],
  ...[
    '&a ',
    '*a',
    '&a',
    '*b',
    '&b ',
    '!!str ',
    '!!int ',
    '! ',
    '!foo ',
    '!!set ',
    '!!omap ',
    '!<tag:x> ',
    '!a!b ',
  ],
  ...[
    '---',
    '---\n',
    '--- ',
    '...',
    '...\n',
    '\n---\n',
    '\n...\n',
    '%YAML 1.1\n',
    '%TAG ! tag:x,1:\n',
    '%a\n',
  ],
  ...[
    '\x85',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\xa0',
    '😀',
    'é',
    '\x07',
    '\x7f',
    '\x80',
    '\ud800',
    '\ufffe',
    '\u0000',
  ],
] as const;

/** Tokens in a row without any plan. */
export function randomPieces(random: Random): string {
  const length = 1 + random.below(random.chance(0.3) ? 30 : 9);
  return Array.from({ length }, () => random.pick(PIECES)).join('');
}

/** A text with a few random edits. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let edits = 1 + random.below(3); edits > 0; edits--)
    mutated = random.pick(EDITS)(mutated, random);
  return mutated;
}

type Edit = (text: string, random: Random) => string;

const EDITS: readonly Edit[] = [
  (text, random) => splice(text, random.below(text.length + 1), 0, random.pick(PIECES)),
  (text, random) => splice(text, random.below(text.length + 1), 0, random.pick(PIECES)),
  (text, random) => splice(text, random.below(text.length + 1), 1, ''),
  (text, random) => splice(text, random.below(text.length + 1), 1, random.pick(PIECES)),
  // At a place where the text has structure already.
  (text, random) => {
    const places = [...text.matchAll(/[-:#'"[\]{},&*!|>\n]/g)].map((match) => match.index);
    if (places.length === 0) return text;
    return splice(
      text,
      random.pick(places) + random.below(2),
      random.below(2),
      random.pick(PIECES),
    );
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  editLine((line, random) => random.pick(['', ' ', '  ', '    ', '\t']) + line),
  editLine((line, random) => line.slice(random.below(4))),
  editLine((line) => line.trimStart()),
  editLine((line) => `${line}\n${line}`),
  editLine(() => ''),
  editLine(
    (line, random) =>
      line + random.pick([' ', '\t', ' #c', '#', ':', ' :', ',', ' |', ' >-', ' &a', ' "']),
  ),
  editLine((line, random) =>
    line.replace(': ', random.pick([':', ':\t', ' : ', ': |\n', ': &a ', ': !!str ', ':  - '])),
  ),
  editLine((line, random) =>
    line.replace(
      /: (.*)/,
      random.pick([': "$1"', ": '$1'", ': [$1]', ': {$1}', ': *$1', ': >\n   $1']),
    ),
  ),
  editLine((line, random) =>
    line.replace(/([\w-]+):/, random.pick(['"$1":', '? $1\n:', '&k $1:', '$1 $1:', '[$1]:', '$1'])),
  ),
  (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines.splice(at, 2, lines.slice(at, at + 2).join(random.pick(['', ' '])));
    return lines.join('\n');
  },
];

function editLine(edit: Edit): Edit {
  return (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines[at] = edit(lines[at] ?? '', random);
    return lines.join('\n');
  };
}

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

/** A text that is YAML more often than not: nested values in random styles, with the odd slip. */
export function randomDocument(random: Random): string {
  const head = random.chance(0.1)
    ? random.pick(['---\n', '--- ', '%YAML 1.1\n---\n', '# c\n', '\ufeff', '\n'])
    : '';
  const tail = random.chance(0.1) ? random.pick(['...\n', '\n...', '---\n', '# c', ' ', '\t']) : '';
  return `${head}${blockValue(random, 0, 4)}\n${tail}`;
}

/** A value that starts where the text stands; its further lines are indented by `indent`. */
function blockValue(random: Random, indent: number, depth: number): string {
  const properties = random.chance(0.06) ? random.pick(PROPERTIES) : '';
  const kind = depth === 0 ? 0 : random.below(8);
  const pad = `\n${' '.repeat(indent)}`;
  const items = (item: () => string): string[] => Array.from({ length: 1 + random.below(3) }, item);
  if (kind <= 2) return properties + scalar(random, indent);
  if (kind === 3) return properties + flowValue(random, Math.min(depth, 2));
  const start = properties === '' ? '' : properties.trimEnd() + pad;
  if (kind === 4)
    return start + items(() => `- ${blockValue(random, indent + 2, depth - 1)}`).join(pad);
  return start + items(() => blockPair(random, indent, depth)).join(pad);
}

const PROPERTIES = [
  '&a ',
  '&b ',
  '!!str ',
  '!!int ',
  '!!map ',
  '!!seq ',
  '!!set ',
  '!!omap ',
  '! ',
  '!foo ',
  '&c !!str ',
];

function blockPair(random: Random, indent: number, depth: number): string {
  const name = random.pick(KEYS);
  const key = random.chance(0.05) ? `? ${name}\n${' '.repeat(indent)}` : name;
  if (random.chance(0.4)) return `${key}: ${scalar(random, indent)}`;
  const step = random.chance(0.9) ? 2 : random.below(4);
  return `${key}:\n${' '.repeat(indent + step)}${blockValue(random, indent + step, depth - 1)}`;
}

const KEYS = [
  'a',
  'b',
  'c',
  'key',
  '"d"',
  "'e'",
  '1',
  '0x1',
  'true',
  '<<',
  '*a',
  '&k f',
  'x y',
  '~',
  '=',
  '[g]',
  '!!str h',
];

const SCALARS = [
  'a',
  'text',
  'two words',
  '12',
  '1.5',
  'yes',
  '~',
  '',
  '"q"',
  "'it''s'",
  '"a\\tb"',
  '*a',
  '*b',
  'a:b',
  'a#b',
];
const MORE_SCALARS = [
  'x - y',
  '- y',
  '2026-01-01',
  '2026-13-01',
  '0b',
  '=',
  '<<',
  '@x',
  '%x',
  'é😀',
  '"\\ud83d"',
  '{x}',
  '[x',
  ...SCALARS,
];

function scalar(random: Random, indent: number): string {
  const pad = `\n${' '.repeat(indent + random.pick([0, 1, 2, 2]))}`;
  const text = random.pick(random.chance(0.5) ? SCALARS : MORE_SCALARS);
  const comment = random.chance(0.1) ? ' # c' : '';
  switch (random.below(9)) {
    case 0:
      return `${random.pick(['|', '>', '|-', '>+', '|2', '>1-'])}${comment}${pad}${text}${pad}  x${pad}y`;
    case 1:
      return `${text}${pad}more`;
    case 2:
      return `"${text.replace(/["\\]/g, '')}${pad}${pad} more"`;
    default:
      return text + comment;
  }
}

function flowValue(random: Random, depth: number): string {
  const gap = (): string => random.pick(['', ' ', ' ', ' ', '\n ', '\n', ' # c\n ']);
  const text = random.pick(random.chance(0.7) ? SCALARS : MORE_SCALARS);
  if (depth === 0 || random.chance(0.3)) return text;
  const value = (): string => flowValue(random, depth - 1);
  const pair = (): string => `${random.pick(KEYS)}${random.pick([': ', ':', ' : '])}${value()}`;
  const map = random.chance(0.5);
  const items = Array.from(
    { length: random.below(4) },
    () => gap() + (map === random.chance(0.9) ? pair() : value()),
  );
  const close = random.chance(0.03) ? '' : random.chance(0.1) ? `,${gap()}` : gap();
  return `${map ? '{' : '['}${items.join(random.chance(0.97) ? ',' : ' ')}${close}${map ? '}' : ']'}`;
}

/** Files that use much of YAML; PyYAML accepts them. */
export const HAND_WRITTEN: readonly string[] = [
  '',
  '# nothing but a comment\n',
  '--- # a document\n...\n',
  '\ufefftype: task\r\nname: train\r\ncommands:\r\n- python train.py\r\n\r\n',
  'type: dev-environment\rpython: 3.10\ride: vscode\r',
  `# Train
type: task
name: train # behind a value
env:
  - HF_TOKEN
  - EPOCHS=3
commands:
  - |
    if [ -d data ]; then
      echo "there: already"
    fi

  - >-
    torchrun --nnodes=$DSTACK_NODES_NUM
      --node-rank=$DSTACK_NODE_RANK
    train.py
  - 'it''s "quoted"'
  - "tab\\t \\u00e9 \\
    continued"
ports: [8080:22, "6006", 80]
resources: {gpu: {name: [A100, H100], count: 1..2, memory: 40GB..}, disk: 100GB}
max_price: 1_0.5
spot_policy: auto
`,
  `type: service
image: "ollama/ollama"
x-common: &common
  max_duration: off
  retry: &retry {on_events: [no-capacity, error], duration: 1h}
<<: *common
port: 017
replicas: 0..0x4
gateway: ~
? auth
: no
scaling:
  metric: rps
  target: 1e3
probes:
- type: http
  url: /health?a=b#c
-
  type: http
profiles: [*retry, {<<: [*common, *retry], name: 2026-01-01}]
`,
  `profiles:
  - name: !!str 1
    default: yes
    regions: !!set {eu-west-1, us-east-1}
    tags: !!omap [a: 1, b: 2]
    pool: !!binary SGVsbG8=
  -   name: é😀
      fleets:
      - one
      - two: {three}
`,
  '%YAML 1.1\n%TAG !e! tag:yaml.org,2002:\n---\nname: !e!int "1"\nplain: a\n  b\n\n  c\n',
  '- - a\n  - b: c\n    d:\n    - e\n- []\n- {}\n- [a: b, ? c, "d":e]\n- ? |\n    f\n  : g\n',
  'a: |+2\n    b\n\n\nc: >\n  d\n   e\n\n  f\n# g\nh: "i\n  \n\n j"\u2028k: l\u0085m: n\n',
  '&a {b: *a, c: [*a]}\n',
];
