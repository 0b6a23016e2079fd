import type { Schema } from '../../server/src/language/schema/schema';
import { COMBINATIONS } from './combinations';
import { ANYWHERE, REMOVED_KEYS } from './pools';
import type { Random } from './random';
import { sitesOf, type Range, type Site } from './sites';
import { inFlow, poolFor, valueFor } from './values';

/** A text with one mistake (or one harmless change) made on purpose. */
export interface Mutation {
  readonly kind: string;
  readonly text: string;
  /** Zero-based line at which it was made. */
  readonly line: number;
}

/** What operators work on: a text, its places, and the schemas to draw from. */
interface Subject {
  readonly text: string;
  readonly sites: readonly Site[];
  readonly root: Schema;
  readonly random: Random;
}

type Edit = Range & { readonly insert: string };
type Operator = (subject: Subject) => Edit | readonly Edit[] | undefined;

/** Mutates a text in one place; undefined when nothing of what was tried fits it. */
export function mutate(text: string, root: Schema, random: Random): Mutation | undefined {
  const sites = sitesOf(text, root);
  if (sites.length === 0) return undefined;
  const subject = { text, sites, root, random };
  for (let attempt = 0; attempt < 20; attempt++) {
    const [kind, operator] = random.pick(WEIGHTED);
    const result = operator(subject);
    const edits = [result ?? []].flat();
    const mutated = applyEdits(text, edits);
    const first = Math.min(...edits.map((edit) => edit.start));
    if (mutated !== text) {
      return { kind, text: mutated, line: text.slice(0, first).split('\n').length - 1 };
    }
  }
  return undefined;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result;
}

// Values --------------------------------------------------------------------------------------------------------

/** Another value from the pools of this property. */
const valueOfPool: Operator = ({ sites, random }) => {
  const site = random.pick(sites);
  const { good, odd } = poolFor(site.schema, site.path);
  const values = random.chance(0.25) ? good : odd;
  return values.length > 0 ? setValue(site, random.pick(values)) : undefined;
};

/** A value in a place whose pool is not about it. */
const valueOfAnything: Operator = ({ sites, random }) =>
  setValue(random.pick(sites), random.pick(ANYWHERE));

/** A value that the schema allows, put together from its parts. */
const valueOfSchema: Operator = ({ sites, random }) => {
  const site = random.pick(sites);
  return site.schema && setValue(site, valueFor(site.schema, site.path, random, 0.15));
};

/** The same value as a list, a mapping, or its first part. */
const shape: Operator = ({ text, sites, random }) => {
  const site = random.pick(sites);
  const value = inFlow(text.slice(site.value.start, site.value.end).trim());
  if (site.shape !== 'scalar')
    return setValue(site, random.pick(['', 'text', '5', '[]', '{}', 'null']));
  return setValue(
    site,
    random.pick([
      `[${value}]`,
      `{name: ${value}}`,
      `{${value}}`,
      `[[${value}]]`,
      `[${value}, ${value}]`,
    ]),
  );
};

/** The same text in other quotes, or in none. */
const quotes: Operator = ({ text, sites, random }) => {
  const site = random.pick(sites);
  if (site.shape !== 'scalar') return undefined;
  const value = text.slice(site.value.start, site.value.end);
  const bare = value.replace(/^(["'])(.*)\1$/s, '$2');
  if (bare.includes('\n') || /["'\\]/.test(bare)) return undefined;
  return setValue(
    site,
    random.pick([bare, `"${bare}"`, `'${bare}'`, `" ${bare}"`, `"${bare}\\n"`, `!!str ${bare}`]),
  );
};

function setValue(site: Site, value: string): Edit {
  const inserted = site.flow ? inFlow(value) : value;
  const behind = site.key && site.shape !== 'scalar' && site.shape !== 'alias';
  return {
    ...site.value,
    insert: behind || (!site.key && value === '') ? ` ${inserted}` : inserted,
  };
}

// Keys ----------------------------------------------------------------------------------------------------------

const keyTypo: Operator = ({ text, sites, random }) => {
  const site = pickProperty(sites, random);
  if (!site) return undefined;
  const key = text.slice(site.key.start, site.key.end);
  const at = random.below(key.length);
  const typo = random.pick([
    key.slice(0, at) + key.slice(at + 1),
    key.slice(0, at) + (key[at] ?? '') + key.slice(at),
    key.slice(0, at) + (key[at + 1] ?? 'x') + (key[at] ?? '') + key.slice(at + 2),
    key.includes('_') ? key.replace(/_/g, '-') : `${key}s`,
    key.replace(/s$/, ''),
    key.toUpperCase(),
    key.charAt(0).toUpperCase() + key.slice(1),
    `"${key}"`,
    `${key} `,
    `my_${key}`,
  ]);
  return { ...site.key, insert: typo };
};

/** A key that dstack no longer has, or never had. */
const keyRemoved: Operator = ({ sites, random }) => {
  const site = pickProperty(sites, random);
  return site && { ...site.key, insert: random.pick(REMOVED_KEYS) };
};

/** A key that is no text to YAML. */
const keyOddity: Operator = ({ sites, random }) => {
  const site = pickProperty(sites, random);
  const key = random.pick([
    '1',
    'true',
    'on',
    'null',
    '~',
    '1.5',
    '2026-01-01',
    '""',
    '[a]',
    '{a: b}',
    '<<',
    '? a',
    '&k a',
    '*k',
  ]);
  return site && { ...site.key, insert: key };
};

// Properties and items ------------------------------------------------------------------------------------------

/** A property that belongs in this mapping and is not there yet. */
const addKnown: Operator = (subject) => {
  const { sites, random } = subject;
  const site = pickProperty(sites, random);
  const properties = site?.owner?.properties;
  if (!site || !properties) return undefined;
  const key = random.pick(Object.keys(properties));
  const path = [...site.path.slice(0, -1), key];
  return addBeside(subject, site, key, valueFor(properties[key], path, random, 0.3));
};

/** A property of another type of configuration, or of another level. */
const addForeign: Operator = (subject) => {
  const { sites, root, random } = subject;
  const site = pickProperty(sites, random);
  const others = [...(root.oneOf ?? []), ...sites.flatMap((s) => s.owner ?? [])];
  const properties = others.length > 0 ? random.pick(others).properties : undefined;
  if (!site || !properties) return undefined;
  const key = random.pick(Object.keys(properties));
  return addBeside(subject, site, key, valueFor(properties[key], [key], random, 0.1));
};

const addRemoved: Operator = (subject) => {
  const site = pickProperty(subject.sites, subject.random);
  return site && addBeside(subject, site, subject.random.pick(REMOVED_KEYS), 'x');
};

const remove: Operator = ({ text, sites, random }) => {
  const site = random.pick(sites);
  const whole = wholeOf(text, site);
  return { ...whole, insert: '' };
};

/** The property or item once more: unchanged, or with another value. */
const duplicate: Operator = (subject) => {
  const { text, sites, random } = subject;
  const site = random.pick(sites);
  if (site.key && random.chance(0.5)) {
    const key = text.slice(site.key.start, site.key.end);
    const { good, odd } = poolFor(site.schema, site.path);
    const values = [...good, ...odd];
    if (values.length > 0)
      return addBeside(subject, { ...site, key: site.key }, key, random.pick(values));
  }
  const whole = wholeOf(text, site);
  const copy = text.slice(whole.start, whole.end);
  return { start: whole.end, end: whole.end, insert: site.flow ? `, ${copy}` : ensureBreak(copy) };
};

/** A property from a deeper level put on the top level, or one of the top put below another. */
const move: Operator = ({ text, sites, random }) => {
  const blocks = sites.filter((site) => site.key && !site.flow);
  const site = pickProperty(blocks, random);
  const goal = pickProperty(blocks, random);
  if (!site || !goal || site === goal) return undefined;
  const whole = wholeOf(text, site);
  if (goal.key.start >= whole.start && goal.key.start < whole.end) return undefined;
  const shift = goal.column - site.column;
  const moved = text
    .slice(whole.start, whole.end)
    .split('\n')
    .map((line) => shiftLine(line, shift))
    .join('\n');
  const at = wholeOf(text, goal).end;
  return [
    { ...whole, insert: '' },
    { start: at, end: at, insert: ensureBreak(moved) },
  ];
};

function addBeside(
  { text }: Subject,
  site: Site & { key: Range },
  key: string,
  value: string,
): Edit {
  if (site.flow) {
    const at = site.value.end;
    return { start: at, end: at, insert: `, ${key}: ${inFlow(value)}` };
  }
  const { end } = wholeOf(text, site);
  const before = end > 0 && text[end - 1] !== '\n' ? '\n' : '';
  return { start: end, end, insert: `${before}${' '.repeat(site.column)}${key}: ${value}\n` };
}

/** The lines of a block property or item; of a flow one its text with the comma behind it. */
function wholeOf(text: string, site: Site): Range {
  const first = site.key?.start ?? site.value.start;
  if (site.flow) {
    const comma = /^\s*,\s*/.exec(text.slice(site.value.end))?.[0].length ?? 0;
    return { start: first, end: site.value.end + comma };
  }
  const start = text.lastIndexOf('\n', first - 1) + 1;
  const lineBreak = text.indexOf('\n', site.value.end);
  return { start, end: lineBreak < 0 ? text.length : lineBreak + 1 };
}

function shiftLine(line: string, by: number): string {
  if (by >= 0) return line === '' ? line : ' '.repeat(by) + line;
  return line.slice(Math.min(-by, line.length - line.trimStart().length));
}

function ensureBreak(text: string): string {
  return text.endsWith('\n') ? text : `\n${text}`;
}

function pickProperty(
  sites: readonly Site[],
  random: Random,
): (Site & { readonly key: Range }) | undefined {
  const properties = sites.flatMap((site) => (site.key ? { ...site, key: site.key } : []));
  return properties.length > 0 ? random.pick(properties) : undefined;
}

// The text ------------------------------------------------------------------------------------------------------

/** Slips that make the text another YAML, or none. */
const brokenYaml: Operator = ({ text, sites, random }) => {
  const lines = text.split('\n');
  const number = random.below(lines.length);
  const line = lines[number] ?? '';
  const start = lines.slice(0, number).join('\n').length + (number > 0 ? 1 : 0);
  const whole = { start, end: start + line.length };
  const at = start + random.below(line.length + 1);
  const site = random.pick(sites);
  return random.pick<Edit>([
    { ...whole, insert: ` ${line}` },
    { ...whole, insert: `  ${line}` },
    { ...whole, insert: line.replace(/^ {1,2}/, '') },
    { ...whole, insert: line.trimStart() },
    { ...whole, insert: line.replace(/^( *)/, '\t') },
    { ...whole, insert: line.replace(/^( *)/, '$1\t') },
    { ...whole, insert: line.replace(':', '') },
    { ...whole, insert: line.replace(': ', ':') },
    { ...whole, insert: line.replace(': ', ':\t') },
    { ...whole, insert: line.replace(':', ': :') },
    { ...whole, insert: line.replace('- ', '-') },
    { ...whole, insert: line.replace('- ', '-\t') },
    { ...whole, insert: line.replace('- ', '- - ') },
    { ...whole, insert: `${line} #` },
    { ...whole, insert: `${line}#x` },
    { ...whole, insert: `${line}  \t` },
    { ...whole, insert: `${line}\r` },
    { ...whole, insert: `${line}:` },
    { ...whole, insert: `---\n${line}` },
    { ...whole, insert: `...\n${line}` },
    { ...whole, insert: `%YAML 1.1\n---\n${line}` },
    { ...whole, insert: `# comment\n${line}` },
    { ...whole, insert: `\n\n${line}` },
    { ...whole, insert: '' },
    { ...site.value, insert: ` "${text.slice(site.value.start, site.value.end).trim()}` },
    { ...site.value, insert: ` '${text.slice(site.value.start, site.value.end).trim()}` },
    { ...site.value, insert: ` [${text.slice(site.value.start, site.value.end).trim()}` },
    { ...site.value, insert: ` {${text.slice(site.value.start, site.value.end).trim()}` },
    { ...site.value, insert: ` ${text.slice(site.value.start, site.value.end).trim()}]` },
    { ...site.value, insert: ` |\n${text.slice(site.value.start, site.value.end).trim()}` },
    {
      ...site.value,
      insert: ` >-\n        ${text.slice(site.value.start, site.value.end).trim()}`,
    },
    {
      start: at,
      end: at,
      insert: random.pick([
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '#',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '`',
        '\t',
        '\u0000',
        '\u0007',
        '\u00a0',
        '\ufeff',
        '\u2028',
        '\u0085',
        '\\',
        '\ud800',
        '- ',
        ': ',
        ' #',
        '\n',
        '\r\n',
        '? ',
      ]),
    },
    { start: at, end: Math.min(at + 1, text.length), insert: '' },
  ]);
};

/** Anchors, aliases and merge keys that keep or break the meaning. */
const anchors: Operator = ({ text, sites, random }) => {
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
const merge: Operator = ({ sites, random }) => {
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

// Several properties --------------------------------------------------------------------------------------------

const otherType: Operator = ({ sites, root, random }) => {
  const type = sites.find((site) => site.path.length === 1 && site.path[0] === 'type');
  const types = (root.oneOf ?? []).flatMap((option) => option.properties?.['type']?.const ?? []);
  return type && types.length > 0
    ? setValue(type, random.pick([...types, 'Task', 'job', 'tasks', '', 'null']))
    : undefined;
};

/** Properties at the top that exclude or need each other. */
const combination: Operator = ({ text, sites, random }) => {
  const type = sites.find((site) => site.path.length === 1 && site.path[0] === 'type');
  const combinations =
    COMBINATIONS[type ? text.slice(type.value.start, type.value.end).trim() : ''];
  if (!combinations || type?.flow) return undefined;
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const [key, value] of Object.entries(random.pick(combinations))) {
    const site = sites.find((s) => s.path.length === 1 && s.path[0] === key);
    if (site) edits.push({ ...wholeOf(text, site), insert: '' });
    if (value !== undefined) added.push(`${key}: ${value}\n`);
  }
  const last = random.pick(sites.filter((s) => s.path.length === 1 && s.key));
  const at = wholeOf(text, last).start;
  return [
    ...edits.filter((edit) => edit.start !== at || edit.end === at),
    { start: at, end: at, insert: added.join('') },
  ];
};

const OPERATORS: Readonly<Record<string, readonly [number, Operator]>> = {
  'value of its pool': [30, valueOfPool],
  'value of anything': [10, valueOfAnything],
  'value of the schema': [5, valueOfSchema],
  shape: [8, shape],
  quotes: [3, quotes],
  'key typo': [10, keyTypo],
  'key removed': [3, keyRemoved],
  'key oddity': [2, keyOddity],
  'add known': [12, addKnown],
  'add foreign': [6, addForeign],
  'add removed': [2, addRemoved],
  remove: [5, remove],
  duplicate: [4, duplicate],
  move: [4, move],
  'broken yaml': [12, brokenYaml],
  anchors: [2, anchors],
  merge: [2, merge],
  'other type': [2, otherType],
  combination: [10, combination],
};

const WEIGHTED: readonly (readonly [string, Operator])[] = Object.entries(OPERATORS).flatMap(
  ([kind, [weight, operator]]) => Array<[string, Operator]>(weight).fill([kind, operator]),
);
