import {
  setValue,
  wholeOf,
  type Operator,
  type Subject,
} from '../../../../test/support/generate/mutate/operator';
import type { Site } from '../../../../test/support/generate/text-sites';
import { inFlow } from '../../../../test/support/generate/property-values';

function scalars({ text, sites }: Subject): readonly Site[] {
  return sites.filter(
    (site) =>
      site.shape === 'scalar' && !text.slice(site.value.start, site.value.end).includes('\n'),
  );
}

/** A list, a mapping or other quotes in place of one value. */
export const scalarWrapped: Operator = (subject) => {
  const { text, random } = subject;
  const choices = scalars(subject).filter((site) => site.key);
  if (choices.length === 0) return undefined;
  const site = random.pick(choices);
  const value = text.slice(site.value.start, site.value.end);
  const indent = ' '.repeat(site.column + 2);
  return random.pick([
    setValue(site, `[${inFlow(value)}]`),
    ...(site.flow ? [] : [setValue(site, `\n${indent}- ${value}`)]),
  ]);
};

/** The only item of a list without the list, or the items as one text: with commas, or as the lines of a script. */
export const listUnwrapped: Operator = (subject) => {
  const { text, sites, random } = subject;
  const lists = sites.filter((site) => site.shape === 'sequence' && site.key && !site.flow);
  if (lists.length === 0) return undefined;
  const list = random.pick(lists);
  const items = sites.filter(
    (site) =>
      site.path.length === list.path.length + 1 &&
      list.path.every((step, index) => site.path[index] === step),
  );
  const [first] = items;
  if (!first || items.some((item) => item.shape !== 'scalar')) return undefined;
  const values = items.map((item) => text.slice(item.value.start, item.value.end));
  if (values.some((value) => value.includes('\n'))) return undefined;
  if (items.length === 1) return setValue(list, values[0] ?? '');
  const indent = ' '.repeat(list.column + 2);
  if (list.path.at(-1) !== 'commands') return setValue(list, values.join(', '));
  return { ...list.value, insert: ` |\n${values.map((value) => indent + value).join('\n')}` };
};

/** One text for a mapping of one property, as `gpu` once accepted it. */
export const mappingFlattened: Operator = ({ text, sites, random }) => {
  const inner = sites.filter(
    (site) => site.key && site.path.length > 1 && site.shape === 'scalar' && !site.flow,
  );
  if (inner.length === 0) return undefined;
  const site = random.pick(inner);
  const parent = sites.find(
    (one) =>
      one.shape === 'mapping' &&
      one.key &&
      one.path.length === site.path.length - 1 &&
      one.path.every((step, index) => site.path[index] === step),
  );
  const brothers = sites.filter(
    (one) =>
      one.path.length === site.path.length && parent?.path.every((s, i) => one.path[i] === s),
  );
  if (!parent || brothers.length !== 1) return undefined;
  return setValue(parent, text.slice(site.value.start, site.value.end));
};

/** Puts a colon into a command, in the quotes that it then needs. */
export const quotedColon: Operator = ({ text, sites, random }) => {
  const commands = sites.filter(
    (site) =>
      site.path.at(-2) === 'commands' &&
      site.shape === 'scalar' &&
      !site.flow &&
      /^[^"'|>\n#&*\\]+$/.test(text.slice(site.value.start, site.value.end)),
  );
  if (commands.length === 0) return undefined;
  const site = random.pick(commands);
  const command = text.slice(site.value.start, site.value.end);
  return setValue(site, random.pick([`'echo "step: ${command}"'`, `"echo step: ${command}"`]));
};

/** A command with a colon and no quotes. */
export const colonCommand: Operator = ({ text, sites }) => {
  const quoted = sites.find(
    (site) =>
      site.path.at(-2) === 'commands' &&
      /^["']echo .*step: /.test(text.slice(site.value.start, site.value.end)),
  );
  return quoted && setValue(quoted, text.slice(quoted.value.start + 1, quoted.value.end - 1));
};

/** The entries of `env` as properties in a list, as `A: 1` among `A=1`, or with the other mark. */
export const envForms: Operator = ({ text, sites, random }) => {
  const entries = sites.filter((site) => site.path.at(-2) === 'env' && site.shape === 'scalar');
  if (entries.length === 0) return undefined;
  const site = random.pick(entries);
  const value = text.slice(site.value.start, site.value.end);
  const whole = wholeOf(text, site);
  if (site.flow || value.includes('\n')) return undefined;
  if (!site.key) {
    return /^[A-Z_]+=[^:#"']+$/.test(value) ? setValue(site, value.replace('=', ': ')) : undefined;
  }
  const key = text.slice(site.key.start, site.key.end);
  const indent = ' '.repeat(site.column);
  return random.pick([
    { ...whole, insert: `${indent}- ${key}=${value}\n` },
    { ...whole, insert: `${indent}${key}=${value}\n` },
  ]);
};

/** A missing unit, mark or bound. */
export const badUnit: Operator = (subject) => {
  const { text, random } = subject;
  const sized = scalars(subject).filter(
    (site) =>
      /^["']?(?:\d+(?:MB|GB|TB)?(?:\.\.\d*(?:MB|GB|TB)?)?|\d+[smhdw])["']?$/.test(
        text.slice(site.value.start, site.value.end),
      ) && site.schema?.shorthand !== undefined,
  );
  if (sized.length === 0) return undefined;
  const site = random.pick(sized);
  const value = text.slice(site.value.start, site.value.end).replace(/["']/g, '');
  const range = /^(\d+\w*)\.\.(\d+\w*)$/.exec(value);
  return setValue(
    site,
    random.pick([
      value.replace(/B$/, 'BB'),
      value.replace(/([MGT])B/g, '$1'),
      value.replace(/([MGT])B/g, '$1iB'),
      value
        .replace(/(\d)h$/, '$1hours')
        .replace(/(\d)m$/, '$1min')
        .replace(/(\d)d$/, '$1 days'),
      value.replace('..', '-'),
      value.replace('..', '...'),
      range ? `${range[2] ?? ''}..${range[1] ?? ''}` : value,
    ]),
  );
};
