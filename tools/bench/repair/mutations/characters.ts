import { pickProperty, type Operator } from '../../../../test/support/generate/mutate/operator';

/** Spaces before a property, or after its colon, as a chat or a web page writes them. */
export const otherSpaces: Operator = ({ text, sites, random }) => {
  const site = pickProperty(
    sites.filter((one) => !one.flow),
    random,
  );
  if (!site) return undefined;
  const space = random.pick(['\u00a0', '\u3000', '\u2009']);
  const indent = /^ *$/.test(text.slice(site.key.start - site.column, site.key.start));
  if (site.column > 0 && indent && random.chance(0.5))
    return {
      start: site.key.start - site.column,
      end: site.key.start,
      insert: space.repeat(site.column),
    };
  const colon = text.indexOf(':', site.key.end);
  return text[colon + 1] === ' ' ? { start: colon + 1, end: colon + 2, insert: space } : undefined;
};

/** A colon, a dash or quotes that a word processor has replaced, or a character without width. */
export const niceCharacters: Operator = ({ text, sites, random }) => {
  const site = pickProperty(sites, random);
  if (!site) return undefined;
  const { start, end } = site.key;
  const colon = text.indexOf(':', end);
  const value = text.slice(site.value.start, site.value.end);
  const quoted = /^(["'])([^"'\\]*)\1$/.exec(value);
  return random.pick([
    { start: colon, end: colon + 1, insert: '\uff1a' },
    { start, end: start, insert: random.pick(['\u200b', '\ufeff']) },
    ...(quoted ? [{ ...site.value, insert: `\u201c${quoted[2] ?? ''}\u201d` }] : []),
    ...sites
      .filter(
        (one) =>
          !one.key && !one.flow && /^- $/.test(text.slice(one.value.start - 2, one.value.start)),
      )
      .slice(0, 1)
      .map((one) => ({
        start: one.value.start - 2,
        end: one.value.start - 1,
        insert: random.pick(['\u2013', '\u2014']),
      })),
  ]);
};
