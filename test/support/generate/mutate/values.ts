import { ANYWHERE } from '../pools';
import { inFlow, poolFor, tweaked, valueFor } from '../property-values';
import { setValue, type Operator } from './operator';

/** Another value from the pools of this property. */
export const valueOfPool: Operator = ({ sites, random }) => {
  const site = random.pick(sites);
  const { good, odd } = poolFor(site.schema, site.path);
  const values = random.chance(0.25) ? good : odd;
  return values.length > 0 ? setValue(site, random.pick(values)) : undefined;
};

/** A value of a pool, or the current value, with some characters changed. */
export const valueTweaked: Operator = ({ text, sites, random }) => {
  const site = random.pick(sites);
  if (site.shape !== 'scalar') return undefined;
  const own = text.slice(site.value.start, site.value.end);
  if (own.includes('\n')) return undefined;
  return setValue(
    site,
    tweaked(random.pick([own, ...poolFor(site.schema, site.path).good]), random),
  );
};

/** A value from the pool of another place. */
export const valueOfAnything: Operator = ({ sites, random }) =>
  setValue(random.pick(sites), random.pick(ANYWHERE));

/** A value that the schema allows, built from its parts. */
export const valueOfSchema: Operator = ({ sites, random }) => {
  const site = random.pick(sites);
  return site.schema && setValue(site, valueFor(site.schema, site.path, random, 0.15));
};

/** The same value as a list, a mapping, or its first part. */
export const shape: Operator = ({ text, sites, random }) => {
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

/** The same text in other quotes, or without quotes. */
export const quotes: Operator = ({ text, sites, random }) => {
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
