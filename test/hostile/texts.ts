export const HEAD = 'type: task\ncommands: [ls]\n';
export const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** Each level repeats the one before it nine times. */
const BOMB = times(
  30,
  (i) => `a${i}: &a${i} [${times(9, () => (i === 0 ? 'x,' : `*a${i - 1},`))}]\n`,
);

/** Texts that are made to keep a reader busy. */
export const TEXTS: Readonly<Record<string, string>> = {
  'an alias bomb': BOMB,
  'an alias bomb in env': `${HEAD}${BOMB}env: *a29\n`,
  'a bomb of merge keys': times(
    25,
    (i) => `a${i}: &a${i} {${i ? `<<: [*a${i - 1}, *a${i - 1}], ` : ''}k${i}: 1}\n`,
  ),
  'cyclic anchors': `${HEAD}env: &a\n  A: *a\nresources: &b [*b, *b]\n`,
  '3,000 levels of flow lists': `${HEAD}env: ${'['.repeat(3000)}${']'.repeat(3000)}\n`,
  '3,000 open brackets': `${HEAD}env: ${'{a: ['.repeat(1500)}`,
  '300 levels of block mappings': `${HEAD}${times(300, (i) => `${' '.repeat(i)}a:\n`)}`,
  '1,400 levels of block mappings': times(1400, (i) => `${' '.repeat(i)}a:\n`),
  '3,000 levels of list items': `${HEAD}env:\n${'- '.repeat(3000)}x\n`,
  'a line of 5 MB': `${HEAD}name: ${'x'.repeat(5_000_000)}\n`,
  'a line of 900 kB': `${HEAD}name: ${'x '.repeat(450_000)}\n`,
  'a line of 900 kB of colons': `${HEAD}name: ${': '.repeat(450_000)}\n`,
  'a line of 900 kB of quotes': `${HEAD}name: ${'\'"'.repeat(450_000)}\n`,
  'a line of 900 kB of braces': `${HEAD}commands: ["${'${{'.repeat(300_000)}"]\n`,
  'a GPU of 900 kB': `${HEAD}resources:\n  gpu: ${'A100:80GB,'.repeat(90_000)}\n`,
  'a cron of 900 kB': `${HEAD}schedule:\n  cron: "${'*/5,'.repeat(225_000)}"\n`,
  '14,000 keys': `${HEAD}${times(14_000, (i) => `k${i}: 1\n`)}`,
  '100,000 keys': `${HEAD}${times(100_000, (i) => `k${i}:\n`)}`,
  '14,000 keys in brackets': `${HEAD}env: {${times(14_000, (i) => `k${i}: 1,`)}}\n`,
  '29,000 items on a line': `${HEAD}env: [${'x,'.repeat(29_000)}]\n`,
  '29,000 items and no end': `${HEAD}env: [${'x,'.repeat(29_000)}\n`,
  '5 MB of items on a line': `${HEAD}env: [${'x,'.repeat(2_500_000)}]\n`,
  '5,000 repeated keys': `${HEAD}${'name: a\n'.repeat(5000)}`,
  '5,000 repeated keys in brackets': `${HEAD}env: {${'A: 1, '.repeat(5000)}}\n`,
  '20,000 comments': `${HEAD}${'# a\n'.repeat(20_000)}`,
  '100,000 blank lines': `${HEAD}${'\n'.repeat(100_000)}`,
  '20,000 unclosed quotes': `${HEAD}commands:\n${"  - 'a\n".repeat(20_000)}`,
  'lone surrogates': `${HEAD}name: \ud800\nimage: \udfff\ud800x\n`,
  binary: String.fromCharCode(...Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 256)),
  'bytes that are no UTF-8': Buffer.from(
    times(5000, () => '\xff\xfe\x80: - '),
    'latin1',
  ).toString('utf8'),
  '15,000 lines that a merge left': `${HEAD}${'<<<<<<< a\n=======\n>>>>>>> b\n'.repeat(5000)}${'>>>>>>> b\n'.repeat(15_000)}`,
  'marks of a git conflict':
    `${HEAD}<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> branch\n`.repeat(50),
  '10,000 documents': '---\n'.repeat(10_000),
};

/** Longer than any list of a configuration: what compares each entry with each other one would take minutes. */
export const LISTS: Readonly<Record<string, string>> = {
  '14,000 variables': `${HEAD}env:\n${times(14_000, (i) => `  V${i}: $V${i + 1}\n`)}`,
  '9,000 commands that are mappings': `type: task\ncommands:\n${'  - echo a: b\n'.repeat(9_000)}`,
  '29,000 commands with expressions': `type: task\ncommands:\n${'  - echo ${{ run.args }} $A\n'.repeat(29_000)}`,
  '29,000 equal variables': `${HEAD}env:\n${'  - A=1\n'.repeat(29_000)}`,
  '29,000 variables of a list': `${HEAD}env:\n${times(29_000, (i) => `  - A${i}\n`)}`,
  '29,000 equal ports': `${HEAD}ports:\n${'  - 80:80\n'.repeat(29_000)}`,
  '29,000 ports': `${HEAD}ports:\n${times(29_000, (i) => `  - ${i + 1}:80\n`)}`,
  '29,000 equal mounts': `${HEAD}volumes:\n${'  - /a:/b\n'.repeat(29_000)}`,
  '20,000 mounts': `${HEAD}volumes:\n${times(20_000, (i) => `  - v${i}:/v${i}\n`)}`,
  '20,000 files': `${HEAD}files:\n${times(20_000, (i) => `  - ./f${i}:/f${i}\n`)}`,
  '20,000 fleets': `${HEAD}fleets:\n${times(20_000, (i) => `  - f${i}\n`)}`,
  '20,000 GPUs': `${HEAD}resources:\n  gpu:\n    name:\n${times(20_000, (i) => `      - G${i}\n`)}`,
  '20,000 hosts': `type: fleet\nssh_config:\n  user: a\n  hosts:\n${times(20_000, (i) => `    - 10.0.${i >> 8}.${i % 256}\n`)}`,
  '3,500 groups': `type: service\nport: 80\nreplicas:\n${times(3500, (i) => `  - name: g${i}\n    count: 1\n    commands: [ls]\n`)}`,
  '14,000 regions beside 14,000 backends': `${HEAD}backends: [${times(14_000, (i) => `b${i},`)}]\nregions: [${times(14_000, (i) => `r${i},`)}]\n`,
  '5,000 profiles': `profiles:\n${times(5000, (i) => `  - name: p${i}\n    default: true\n`)}`,
  '7,000 anchors and aliases': `${HEAD}env:\n${times(7000, (i) => `  A${i}: &a${i} x\n  B${i}: *a${i}\n`)}`,
  '14,000 aliases of one anchor': `${HEAD}env:\n  A: &a x\n${times(14_000, (i) => `  B${i}: *a\n`)}`,
  '5,000 suppressions of nothing': `${HEAD}${'# dstack-disable-next-line range\n'.repeat(5000)}`,
  'a text of 900 kB': `type: task\ncommands:\n  - |\n${'    echo $A ${B} ${{ run.args }}\n'.repeat(28_000)}`,
  'a megabyte of brackets': '['.repeat(1_000_000),
  'a megabyte of braces': '{a: '.repeat(250_000),
  'a megabyte of dashes': '- '.repeat(500_000),
  'links with long ends': `${HEAD}${`# https://a${'!'.repeat(1990)}a\n`.repeat(480)}`,
  'a GPU of 150,000 names': `${HEAD}resources:\n  gpu: "${'A100,'.repeat(150_000)}A100"\n`,
  'a schedule of 195,000 minutes': `${HEAD}schedule:\n  cron: "${'*/1,'.repeat(195_000)}*/1 * * * *"\n`,
  '80,000 variables in quotes': `type: task\ncommands:\n  - |\n${"    echo '$A' '$B'\n".repeat(40_000)}`,
  '80,000 faulty expressions': `type: task\ncommands:\n  - |\n${'    ${{ a }} ${{ b.c }}\n'.repeat(40_000)}`,
  'an anchor that is set 7,000 times': `${HEAD}env:\n${times(7000, (i) => `  A${i}: &a x\n  B${i}: *a\n`)}`,
  '200 blocks around a large one': `${HEAD}env:\n${times(200, (i) => `${' '.repeat(i + 2)}x: 1\n${' '.repeat(i + 2)}a:\n`)}${times(2000, (i) => `${' '.repeat(203)}k${i}: v\n`)}`,
  '14,000 keys with comments': `${HEAD}${times(14_000, (i) => `# c\nk${i}: 1\n`)}`,
  '7,000 problems and as many surprises': `${HEAD}env:\n${times(7000, (i) => `  V${i}: 1.10\n`)}volumes:\n${times(7000, (i) => `  - x${i}\n`)}`,
  '60,000 codes in a comment': `${HEAD}# dstack-disable-next-line ${'read-as-number,'.repeat(60_000)}\nenv: {${times(14_000, (i) => `A${i}: 1:1,`)}}\n`,
  '7,000 merges of 40 keys': `${HEAD}x: &a {${times(40, (i) => `k${i}: 1, `)}}\nenv:\n${times(7000, (i) => `  m${i}: {<<: *a}\n`)}`,
  'a number of 900 kB': `type: service\nport: 0x${'f'.repeat(900_000)}\n`,
  'base64 of 900 kB': `${HEAD}name: !!binary ${'aGVs'.repeat(220_000)}\n`,
  'a folded text of 900 kB': `type: task\ncommands:\n  - >\n${'    echo a\n'.repeat(80_000)}`,
};
