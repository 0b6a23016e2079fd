// `npm run dstack-release -- X [--count N]`: compares release X of dstack with the newest that the project knows, and prints
// the edits to make: properties, values, defaults and limits with the file and the mark, conditions, and functions whose
// code is shorthand or rules. Then it asks both releases about real files and N mutations (200). It changes no source;
// the sources of changed functions are in out/dstack-X.diff. CONTRIBUTING.md has the recipe.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { unifiedDiff } from './function-diff.mjs';
import { schemaFileOf } from './schema-file.mjs';
import { newestRelease, packagesFor, pythonFor } from '../releases.mjs';

const FACTS = 'test/oracle/releases.tsv';
/** Where releases are named; the history and what was recorded from a release stay as they are. */
const WITH_VERSIONS = [
  'client',
  'docs',
  'package.json',
  'server',
  'test',
  'tools',
  ':!docs/decisions',
  ':!server/src/language/schema',
  `:!${FACTS}`,
];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '200' } },
});
const [release] = positionals;
const known = newestRelease();
if (!/^\d+\.\d+\.\d+$/.test(release ?? '')) {
  console.error('Name a release of dstack, such as 0.22.6.');
  process.exit(2);
}

const start = Date.now();
const [before, after] = [known, release].map(factsOf);
const rows = [...changedProperties(), ...changedValues()];
section(`Versions: ${known} -> ${release}`, [
  'server/src/language/schema/dstack-version.ts',
  'server/src/language/release/version.ts: the last release of the series',
  ...filesThatName(known),
]);
section('Properties and values', rows.map(editOf));
section('Models, such as a variant of a mapping', changedModels());
section(
  `Defaults, each with the mark \`formerly: { until: '${release}', default: OLD }\``,
  changedDefaults(),
);
section('Forms and limits', changedFields());
section('Conditions: test/oracle/raises.tsv, and `since` of their rules', changedRaises());
section('Functions to read: shorthand, rules, planning', changedFunctions());
if (rows.length > 0)
  section(
    `Rows for ${FACTS}`,
    rows.map((row) => row.fact),
  );
console.log(`Compared in ${seconds()} s. Asking both about files.\n`);
const status = askBoth();
console.log(`Done in ${seconds()} s.`);
process.exit(status);

/** The files in which this release may have to become the new one, each with how many lines name it. */
function filesThatName(version) {
  const { stdout } = spawnSync(
    'git',
    ['grep', '--count', '--fixed-strings', version, '--', ...WITH_VERSIONS],
    { encoding: 'utf8' },
  );
  return stdout.trim().split('\n').sort();
}

function factsOf(version) {
  console.error(`Reading dstack ${version}`);
  const { status, stdout, stderr } = spawnSync(
    pythonFor(version),
    ['test/oracle/release_facts.py'],
    {
      input: '{}\n',
      encoding: 'utf8',
      maxBuffer: 1e9,
      env: { ...process.env, PYTHONPATH: packagesFor(version), PYTHONDONTWRITEBYTECODE: '1' },
    },
  );
  if (status !== 0) throw new Error(`dstack ${version} cannot be read:\n${stderr.slice(-2000)}`);
  return JSON.parse(stdout);
}

/** Properties that came or went; those in one that came as well are left out. */
function changedProperties() {
  const of = (sign, some, others) =>
    Object.keys(some.properties)
      .filter((path) => !(path in others.properties))
      .filter((path) => parentOf(path) in others.properties || !path.includes('.'))
      .map((path) => ({ sign, kind: 'property', path, fact: fact(sign, 'property', path) }));
  return [...of('+', after, before), ...of('-', before, after)];
}

function changedValues() {
  const of = (sign, some, others) =>
    Object.entries(some.values).flatMap(([path, list]) =>
      list
        .filter((value) => path in others.values && !others.values[path].includes(value))
        .map((value) => ({
          sign,
          kind: 'value',
          path,
          value,
          fact: fact(sign, 'value', `${path} = ${value}`),
        })),
    );
  return [...of('+', after, before), ...of('-', before, after)];
}

function fact(sign, kind, what) {
  return [release, sign, kind, what].join('\t');
}

/** One line for each edit: the file, the property, the mark. */
function editOf({ sign, kind, path, value }) {
  const file = schemaFileOf(path, value, before);
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (kind === 'value')
    return sign === '+'
      ? `${file}: ${path}: add '${value}', valuesSince: { '${value}': '${release}' }`
      : `${file}: ${path}: take '${value}' out, valuesRemoved: { '${value}': '${release}' }`;
  if (sign === '-') return `${file}: ${path}: removed: '${release}', former: what it had to be`;
  const { shape, default: value0, limits } = after.properties[path];
  const facts = [shape, value0, ...limits].join(', ');
  return `${file}: add ${name} to ${parentOf(path) || 'runs'}, since: '${release}' (${facts})`;
}

/** A new value that decides on the variant of a mapping has a model of its own. */
function changedModels() {
  const of = (sign, some, others) =>
    Object.entries(some.models)
      .filter(([name]) => !(name in others.models))
      .map(([name, fields]) => `${sign} ${name}: ${fields.join(', ')}`);
  return [...of('+', after, before), ...of('-', before, after)];
}

function changedFields() {
  return Object.entries(after.properties).flatMap(([path, now]) => {
    const old = before.properties[path];
    if (!old) return [];
    return ['shape', 'limits']
      .filter((key) => String(old[key]) !== String(now[key]))
      .map(
        (key) =>
          `${schemaFileOf(path, undefined, before)}: ${path}: ${key} ${old[key]} -> ${now[key]}`,
      );
  });
}

/** Those of the models, of the code that fills in what a model leaves open, and constants, which may be either. */
function changedDefaults() {
  const defaults = ({ properties, code, constants }) => ({
    ...Object.fromEntries(Object.entries(properties).map(([path, one]) => [path, one.default])),
    ...Object.fromEntries(Object.entries(code).map(([path, one]) => [`${path} (in code)`, one])),
    ...constants,
  });
  const [old, now] = [before, after].map(defaults);
  return Object.keys(now)
    .filter((name) => name in old && String(old[name]) !== String(now[name]))
    .map((name) =>
      name in after.properties
        ? `${schemaFileOf(name, undefined, before)}: ${name}: ${old[name]} -> ${now[name]}`
        : `${name}: ${old[name]} -> ${now[name]}`,
    );
}

function changedRaises() {
  return [
    ...after.raises.filter((one) => !before.raises.includes(one)).map((one) => `+ ${one}`),
    ...before.raises.filter((one) => !after.raises.includes(one)).map((one) => `- ${one}`),
  ];
}

/** The functions whose code has changed. Their sources are compared in a file of their own. */
function changedFunctions() {
  const names = new Set([...Object.keys(before.functions), ...Object.keys(after.functions)]);
  const changed = [...names]
    .filter((name) => before.functions[name] !== after.functions[name])
    .sort();
  const file = `out/dstack-${release}.diff`;
  mkdirSync('out', { recursive: true });
  writeFileSync(
    file,
    changed
      .map((name) => unifiedDiff(name, before.functions[name], after.functions[name]))
      .join('\n'),
  );
  const word = (name) =>
    !(name in before.functions) ? '+' : !(name in after.functions) ? '-' : '~';
  return [`(${file} has the sources)`, ...changed.map((name) => `${word(name)} ${name}`)];
}

function askBoth() {
  const { status } = spawnSync(
    process.execPath,
    ['tools/releases-test.mjs', '--count', values.count, '--releases', `${known},${release}`],
    { stdio: 'inherit' },
  );
  return status ?? 1;
}

function section(title, lines) {
  console.log(`## ${title}\n`);
  console.log(lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'None.');
  console.log('');
}

function parentOf(path) {
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
}

function seconds() {
  return Math.round((Date.now() - start) / 1000);
}
