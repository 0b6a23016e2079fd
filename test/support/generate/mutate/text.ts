import { pickProperty, type Edit, type Operator } from './operator';

/** Slips that change what YAML reads, or make the text invalid YAML. */
export const brokenYaml: Operator = ({ text, sites, random }) => {
  const lines = text.split('\n');
  const number = random.below(lines.length);
  const line = lines[number] ?? '';
  const start = lines.slice(0, number).join('\n').length + (number > 0 ? 1 : 0);
  const at = start + random.below(line.length + 1);
  const { value } = random.pick(sites);
  return random.pick<Edit>([
    ...lineSlips(line).map((insert) => ({ start, end: start + line.length, insert })),
    ...valueSlips(text.slice(value.start, value.end).trim()).map((insert) => ({
      ...value,
      insert: ` ${insert}`,
    })),
    { start: at, end: at, insert: random.pick(STRAY) },
    { start: at, end: Math.min(at + 1, text.length), insert: '' },
  ]);
};

function lineSlips(line: string): readonly string[] {
  return [
    ` ${line}`,
    `  ${line}`,
    line.replace(/^ {1,2}/, ''),
    line.trimStart(),
    line.replace(/^( *)/, '\t'),
    line.replace(/^( *)/, '$1\t'),
    line.replace(':', ''),
    line.replace(': ', ':'),
    line.replace(': ', ':\t'),
    line.replace(':', ': :'),
    line.replace('- ', '-'),
    line.replace('- ', '-\t'),
    line.replace('- ', '- - '),
    ...[' #', '#x', '  \t', '\r', ':'].map((end) => line + end),
    ...['---', '...', '%YAML 1.1\n---', '# comment', '\n'].map((before) => `${before}\n${line}`),
    '',
  ];
}

function valueSlips(value: string): readonly string[] {
  const opened = ['"', "'", '[', '{'].map((mark) => mark + value);
  return [...opened, `${value}]`, `|\n${value}`, `>-\n        ${value}`];
}

/** A slip or a paste somewhere in a line. */
const STRAY: readonly string[] = [
  ...'"\'{}[],:#&*!|>%@`\t\\\u0000\u0007\u00a0\ufeff\u2028\u0085',
  '\ud800',
  ...['- ', ': ', ' #', '\n', '\r\n', '? '],
];

/** Anchors, aliases and merge keys that keep or break the meaning. */
export const anchors: Operator = ({ text, sites, random }) => {
  const scalars = sites.filter((site) => site.shape === 'scalar' && !site.flow && site.key);
  const [first, second] = random.sample(scalars, 2).sort((a, b) => a.value.start - b.value.start);
  if (!first || !second) return undefined;
  const value = text.slice(first.value.start, first.value.end);
  const anchored = { ...first.value, insert: `&a ${value}` };
  return random.pick([
    [anchored, { ...second.value, insert: '*a' }],
    [
      { ...first.value, insert: '*a' },
      { ...second.value, insert: '&a x' },
    ],
    [anchored, { ...second.value, insert: '*b' }],
    [anchored],
    [{ ...first.value, insert: `&a &b ${value}` }],
    [{ ...second.value, insert: `!!str ${text.slice(second.value.start, second.value.end)}` }],
  ]);
};

/** A block of common properties merged into the top with `<<`. */
export const merge: Operator = ({ sites, random }) => {
  const top = sites.filter((site) => site.path.length === 1 && !site.flow && site.key);
  const site = pickProperty(top, random);
  const lines = random.pick([
    '<<: {name: merged}',
    '<<: [{name: merged}, {name: other}]',
    '<<: merged',
    '<<: [merged]',
    '<<: null',
    '<<: {unknown: 1}',
    '<<: &base {max_price: 1}',
    '"<<": {name: merged}',
    '<<: {type: task}',
    '<<: *base',
  ]);
  return site && { start: site.key.start, end: site.key.start, insert: `${lines}\n` };
};
