// `npm run usage -- [CORPUS]`: counts how often real files use each property, form and value, for the order in which
// completion offers them. Names, texts and paths that users choose are not counted. Writes
// server/src/language/features/completion/usage.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { loadSource } = await import('./ajv-plugin.mjs');
const { propertiesIn, propertyIn } = await loadSource('cursor/property-lookup.ts');
const { SCHEMAS } = await loadSource('schema/index.ts');
const { COMPLETERS } = await loadSource('features/completion/shorthand/index.ts');
const corpus = process.argv[2] ?? '../shared/corpus';
const output = process.argv[3] ?? 'server/src/language/features/completion/usage.json';

const MOST = 60;

/** Images of old examples of dstack that its documentation has replaced. */
const NO_LONGER_USED = /^(?:sjbbihan|winglian|dstackai\/dind)\b/;

const properties = {};
// What directly follows which property: `task/resources/gpu` has what follows `gpu`, `task/resources/` what comes
// first.
const followers = {};
const values = {};
// Values of properties that accept any value, by the last two names of the path, since they do not depend on the type
// of the file.
const openValues = {};
const repositories = new Map();
// The spelling of a value that dstack reads in any letter case.
const spellings = new Map();

const types = propertiesIn(SCHEMAS.configuration, () => undefined).get('type').schema.enum;
const rows = readFileSync(join(corpus, 'INDEX.tsv'), 'utf8').trimEnd().split('\n').slice(1);
for (const row of rows) {
  const [file, repository, , , , type] = row.split('\t');
  const kind = type === 'profiles' ? 'profiles' : 'configuration';
  const content = read(join(corpus, file));
  const root = kind === 'profiles' ? kind : content?.type;
  if (kind === 'profiles' || types.includes(root)) walk(content, SCHEMAS[kind], root, repository);
}
const usage = {
  properties: frequent(properties),
  followers: frequent(followers),
  values: frequent(values),
  // Something that only one repository has a few times is its own.
  openValues: frequent(
    openValues,
    (place, text, times) =>
      times >= 10 || (times > 2 && repositories.get(`${place} ${text}`).size > 1),
  ),
};
writeFileSync(output, `${JSON.stringify(usage, null, 2)}\n`);

function read(file) {
  try {
    // Every scalar as it is written, `3.10` with its zero.
    return parse(readFileSync(file, 'utf8'), {
      schema: 'failsafe',
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
    });
  } catch {
    return undefined;
  }
}

function walk(value, schema, place, repository) {
  if (Array.isArray(value)) {
    if (schema.items) for (const item of value) walk(item, schema.items, place, repository);
  } else if (typeof value === 'object' && value !== null) {
    let previous = '';
    for (const [key, child] of Object.entries(value)) {
      const property = propertyIn(schema, key, (name) => String(value[name]));
      if (!property || property.free || property.schema.removed) continue;
      count(properties, place, `${key} ${formOf(child)}`);
      count(followers, `${place}/${previous}`, key);
      previous = key;
      // A value that decides on the place would always be the most frequent one there.
      if (!property.decides) walk(child, property.schema, `${place}/${key}`, repository);
    }
  } else if (value !== '' && isClosed(schema)) {
    count(values, place, value);
  } else if (value !== '' && isCounted(schema)) {
    const shared = place.split('/').slice(1).slice(-2).join('/');
    const text = spelled(schema, value);
    if (text === undefined) return;
    count(openValues, shared, text);
    const where = `${shared} ${text}`;
    repositories.set(where, (repositories.get(where) ?? new Set()).add(repository));
  }
}

function isClosed({ enum: listed, type = [] }) {
  return listed !== undefined || [type].flat().includes('boolean');
}

function isCounted({ shorthand, textDeclares, catalogue, type = [] }) {
  // The variables of users are private.
  if (textDeclares) return false;
  if (catalogue || shorthand in COMPLETERS) return true;
  return !shorthand && [type].flat().some((one) => one === 'integer' || one === 'number');
}

/**
 * A value as it is offered: GPUs in one spelling, images without the tag of an old release. Undefined for an image that
 * only has such tags.
 */
function spelled({ shorthand, catalogue }, value) {
  if (catalogue === 'images') {
    const isCurrent = /:latest$|^[^:]+$/.test(value) && !NO_LONGER_USED.test(value);
    return isCurrent ? value : undefined;
  }
  if (shorthand !== 'gpu') return value;
  const key = value.toLowerCase().replace(/^tpu-(?=v)/, '');
  if (!spellings.has(key)) spellings.set(key, /^tpu-v/i.test(value) ? key : value);
  return spellings.get(key);
}

function formOf(value) {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'mapping' : 'scalar';
}

function count(table, place, name) {
  table[place] ??= {};
  table[place][name] = (table[place][name] ?? 0) + 1;
}

/** Everything that occurs at least twice, in a stable order; if there are many, the most frequent. */
function frequent(table, isCommon = () => true) {
  const sorted = Object.keys(table).sort();
  return Object.fromEntries(
    sorted.flatMap((place) => {
      const entries = Object.entries(table[place]).filter(
        ([name, times]) => times > 1 && isCommon(place, name, times),
      );
      entries.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      entries.splice(MOST);
      return entries.length > 0 ? [[place, Object.fromEntries(entries)]] : [];
    }),
  );
}
