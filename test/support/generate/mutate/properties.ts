import { REMOVED_KEYS } from '../pools';
import { poolFor, valueFor } from '../property-values';
import {
  addBeside,
  ensureBreak,
  pickProperty,
  shiftLine,
  wholeOf,
  type Operator,
} from './operator';

/** A property that belongs in this mapping and is not set yet. */
export const addKnown: Operator = (subject) => {
  const { sites, random } = subject;
  const site = pickProperty(sites, random);
  const properties = site?.owner?.properties;
  if (!site || !properties) return undefined;
  const key = random.pick(Object.keys(properties));
  const path = [...site.path.slice(0, -1), key];
  return addBeside(subject, site, key, valueFor(properties[key], path, random, 0.3));
};

/** A property of another type of configuration, or of another level. */
export const addForeign: Operator = (subject) => {
  const { sites, root, random } = subject;
  const site = pickProperty(sites, random);
  const others = [...(root.oneOf ?? []), ...sites.flatMap((s) => s.owner ?? [])];
  const properties = others.length > 0 ? random.pick(others).properties : undefined;
  if (!site || !properties) return undefined;
  const key = random.pick(Object.keys(properties));
  return addBeside(subject, site, key, valueFor(properties[key], [key], random, 0.1));
};

export const addRemoved: Operator = (subject) => {
  const site = pickProperty(subject.sites, subject.random);
  return site && addBeside(subject, site, subject.random.pick(REMOVED_KEYS), 'x');
};

export const remove: Operator = ({ text, sites, random }) => {
  const site = random.pick(sites);
  const whole = wholeOf(text, site);
  return { ...whole, insert: '' };
};

/** The property or item again: unchanged, or with another value. */
export const duplicate: Operator = (subject) => {
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

/** A property moved from a deeper level to the top level, or from the top below another. */
export const move: Operator = ({ text, sites, random }) => {
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
