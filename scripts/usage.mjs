// `npm run usage -- [CORPUS]`: counts how often real files use each property, form and listed value, for the order in
// which completion offers them. Writes server/src/language/features/completion/usage.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { loadSource } = await import('./ajv-plugin.mjs');
const { propertiesIn, propertyIn, schemaOf } = await loadSource('features/place.ts');
const corpus = process.argv[2] ?? '../shared/corpus';
const output = 'server/src/language/features/completion/usage.json';

const properties = {};
const values = {};

const types = propertiesIn(schemaOf('configuration'), () => undefined).get('type').schema.enum;
const rows = readFileSync(join(corpus, 'INDEX.tsv'), 'utf8').trimEnd().split('\n').slice(1);
for (const row of rows) {
  const [file, , , , , type] = row.split('\t');
  const kind = type === 'profiles' ? 'profiles' : 'configuration';
  const content = read(join(corpus, file));
  const root = kind === 'profiles' ? kind : content?.type;
  if (kind === 'profiles' || types.includes(root)) walk(content, schemaOf(kind), root);
}
const usage = { properties: frequent(properties), values: frequent(values) };
writeFileSync(output, `${JSON.stringify(usage, null, 2)}\n`);

function read(file) {
  try {
    return parse(readFileSync(file, 'utf8'), {
      version: '1.1',
      uniqueKeys: false,
      logLevel: 'silent',
    });
  } catch {
    return undefined;
  }
}

function walk(value, schema, place) {
  if (Array.isArray(value)) {
    if (schema.items) for (const item of value) walk(item, schema.items, place);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const property = propertyIn(schema, key, (name) => String(value[name]));
      if (!property || property.free || property.schema.removed) continue;
      count(properties, place, `${key} ${formOf(child)}`);
      // What decides on the place would always be the most frequent value there.
      if (!property.decides) walk(child, property.schema, `${place}/${key}`);
    }
  } else if (schema.enum?.includes(value)) {
    count(values, place, String(value));
  }
}

function formOf(value) {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && value !== null ? 'mapping' : 'scalar';
}

function count(table, place, name) {
  table[place] ??= {};
  table[place][name] = (table[place][name] ?? 0) + 1;
}

/** What occurs at least twice, in a stable order. */
function frequent(table) {
  const sorted = Object.keys(table).sort();
  return Object.fromEntries(
    sorted.flatMap((place) => {
      const entries = Object.entries(table[place]).filter(([, times]) => times > 1);
      entries.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return entries.length > 0 ? [[place, Object.fromEntries(entries)]] : [];
    }),
  );
}
