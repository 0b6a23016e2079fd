import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = 'server/src/language/schema';

const SOURCES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ file: `${FOLDER}/${name}`, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }));

/**
 * The file of the schema that most likely has a property, or a value of it: the one that has most of its neighbours.
 *
 * @param facts what is known of the release before (test/oracle/release_facts.py)
 */
export function schemaFileOf(path, value, { properties, values }) {
  const parent = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
  const siblings = Object.keys(properties)
    .filter(
      (one) => one !== path && (parent === '' ? !one.includes('.') : one.startsWith(`${parent}.`)),
    )
    .map((one) => one.slice(parent === '' ? 0 : parent.length + 1))
    .filter((one) => !one.includes('.'));
  const names = value === undefined ? siblings : (values[path] ?? []);
  const ranked = SOURCES.map(({ file, text }) => {
    // As a key, or in quotes.
    const has = (name) =>
      new RegExp(`^\\s*${escaped(name)}:|['"]${escaped(name)}['"]`, 'm').test(text);
    return { file, count: names.filter(has).length };
  });
  ranked.sort((a, b) => b.count - a.count);
  return ranked[0]?.count > 0 ? ranked[0].file : FOLDER;
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
