import { REMOVED_KEYS } from '../pools';
import { pickProperty, type Operator } from './operator';

export const keyTypo: Operator = ({ text, sites, random }) => {
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
export const keyRemoved: Operator = ({ sites, random }) => {
  const site = pickProperty(sites, random);
  return site && { ...site.key, insert: random.pick(REMOVED_KEYS) };
};

/** A key that YAML does not read as text. */
export const keyOddity: Operator = ({ sites, random }) => {
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
