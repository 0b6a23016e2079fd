import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const language = join(root, 'server/src/language');

/**
 * esbuild plugin: `import ... from 'compiled-validators'` gets the validators of our schemas, compiled by ajv to plain
 * code, so nothing is compiled at start and no `eval` is needed.
 */
export const compiledValidators = {
  name: 'compiled-validators',
  setup(builder) {
    builder.onResolve({ filter: /^compiled-validators$/ }, (args) => ({
      path: args.path,
      namespace: 'compiled-validators',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'compiled-validators' }, async () => ({
      contents: await compileValidators(),
      resolveDir: root,
    }));
  },
};

async function compileValidators() {
  const { exportSchema, SCHEMAS } = await loadSource('schema/index.ts');
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    ownProperties: true,
    allowUnionTypes: true,
    strictRequired: false,
    // Infinity and NaN are numbers to Python.
    strictNumbers: false,
    // One function for each shared part, instead of its code in each place.
    inlineRefs: false,
    // The translators of validate/structure write their own messages.
    messages: false,
    code: { source: true, esm: true, lines: false },
  });
  const { ANNOTATION_KEYWORDS } = await loadSource('schema/schema.ts');
  for (const keyword of ANNOTATION_KEYWORDS) ajv.addKeyword(keyword);
  const ids = {};
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    ajv.addSchema(exportSchema(schema), name);
    ids[name] = name;
  }
  return withShortErrors(standaloneCode(ajv, ids));
}

/** Parts of ajv's code, and what takes their place. */
const SHORTER = [
  // It copies all errors so far at each call that finds one: of 7,000 entries with 40 errors each, for four seconds.
  [
    /vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g,
    'addErrors(vErrors, $1.errors)',
  ],
  // It repeats the code that adds an error, and a place in the schema that we do not read, for each possible error.
  [
    /if\(vErrors === null\)\{vErrors = \[(err\d+)\];\}\s*else \{vErrors\.push\(\1\);\}/g,
    'vErrors = addErrors(vErrors, [$1]);',
  ],
  [/schemaPath:"[^"]*",/g, ''],
];

function withShortErrors(code) {
  const short = SHORTER.reduce((before, [part, shorter]) => {
    const after = before.replace(part, shorter);
    if (after === before) throw new Error(`ajv writes ${part} in another way`);
    return after;
  }, code);
  if (short.includes('.concat(')) throw new Error('ajv joins errors in another way');
  return `${short}
function addErrors(all, more) {
  if (all === null) return more;
  for (const error of more) all.push(error);
  return all;
}`;
}

/** Bundles one file of the language service and evaluates it, here in Node. */
export async function loadSource(path) {
  const { outputFiles } = await build({
    entryPoints: [join(language, path)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'warning',
  });
  const module = { exports: {} };
  const require = createRequire(import.meta.url);
  vm.runInThisContext(`(function (module, exports, require) {${outputFiles[0].text}\n})`)(
    module,
    module.exports,
    require,
  );
  return module.exports;
}
