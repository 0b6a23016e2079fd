import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledPackages, NOTICES, noticesText } from './tools/notices.mjs';
import { compiledValidators } from './tools/ajv-plugin.mjs';
import { partOfLspTypes } from './tools/lsp-types-plugin.mjs';
import { partOfYaml } from './tools/yaml-plugin.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The pages of docs/problems by problem code, as Markdown. */
function problemPages() {
  const files = readdirSync('docs/problems').filter((name) => name.endsWith('.md'));
  const read = (name) => readFileSync(join('docs/problems', name), 'utf8');
  return Object.fromEntries(files.map((name) => [name.slice(0, -'.md'.length), read(name)]));
}

const pages = problemPages();
const define = {
  __VERSION__: JSON.stringify(version),
  __PROBLEM_CODES__: JSON.stringify(Object.keys(pages)),
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Chinese texts as they are: an escape for each character takes twice as much.
  charset: 'utf8',
  sourcemap: false,
  // Prefer ES modules of dependencies: they can be tree-shaken, UMD bundles cannot.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  metafile: true,
  define,
  plugins: [compiledValidators, partOfYaml, partOfLspTypes],
};

/** For the web: what browsers and workers have. */
const web = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/** An import of a program that is bundled apart, which is loaded when the import is reached. */
const apart = (module, program) => ({
  name: 'apart',
  setup(builder) {
    builder.onResolve({ filter: module }, () => ({ path: program, external: true }));
  },
});

/** The server answers `initialize` before it loads dist/serve.js, which is the larger part of it by far. */
const serveApart = apart(/^\.\.?\/serve$/, './serve.js');

/** The validators are a fifth of each program that checks files. docs/decisions/038 says why. */
const validatorsApart = apart(/^compiled-validators$/, './validators.js');

/** What talks to a dstack server is loaded when the user connects to one. */
const liveApart = apart(/^\.\.?\/live$/, './live.js');

/** Only `dstack-check mcp` loads the server for agents. */
const agentsApart = apart(/^\.\.\/mcp\/serve$/, './mcp.js');

/** What both extension hosts share is bundled once. */
const webApart = apart(/^\.\.\/web\/main$/, './web/extension.js');

/**
 * Leaves dist/extension.js with dist/live.js, dist/server.js with dist/serve.js, the same in dist/web for browsers (without
 * dist/live.js), dist/cli.js with dist/mcp.js, dist/validators.js for all that check files, the pages of problems for the
 * extension, and the notices of other people's licences.
 * Gives esbuild's account of what is in the programs.
 */
export async function buildProduct() {
  rmSync('dist', { recursive: true, force: true });
  const metafiles = await bundleProduct(true);
  writeFileSync(NOTICES, noticesText(bundledPackages(metafiles)));
  writeFileSync('dist/problem-pages.json', JSON.stringify(pages));
  return metafiles;
}

/** Bundles the programs, in memory only unless `write` is set. Gives esbuild's account of what is in them. */
export async function bundleProduct(write) {
  const extension = await build({
    ...common,
    entryPoints: { extension: 'client/src/node/main.ts' },
    external: ['vscode'],
    plugins: [...common.plugins, webApart, liveApart],
    supported: { 'dynamic-import': false },
    minify: true,
    outdir: 'dist',
    write,
  });
  const live = await build({
    ...common,
    entryPoints: { live: 'client/src/live/index.ts' },
    external: ['vscode'],
    minify: true,
    outdir: 'dist',
    write,
  });
  const server = await build({
    ...common,
    entryPoints: { server: 'server/src/lsp/node/main.ts', cli: 'server/src/cli/main.ts' },
    plugins: [validatorsApart, ...common.plugins, serveApart, agentsApart],
    // `require`: Node's loader of ES modules would first read the whole file for what it exports.
    supported: { 'dynamic-import': false },
    banner: { js: '#!/usr/bin/env node' },
    minify: true,
    outdir: 'dist',
    write,
  });
  const webExtension = await build({
    ...web,
    entryPoints: { extension: 'client/src/web/main.ts' },
    external: ['vscode'],
    minify: true,
    outdir: 'dist/web',
    write,
  });
  const worker = await build({
    ...web,
    entryPoints: { server: 'server/src/lsp/worker/main.ts' },
    plugins: [...common.plugins, serveApart],
    supported: { 'dynamic-import': false },
    minify: true,
    outdir: 'dist/web',
    write,
  });
  const serve = await build({
    ...common,
    entryPoints: { serve: 'server/src/lsp/serve.ts', mcp: 'server/src/mcp/serve.ts' },
    plugins: [validatorsApart, ...common.plugins],
    minify: true,
    outdir: 'dist',
    write,
  });
  const validators = await build({
    ...common,
    entryPoints: { validators: 'compiled-validators' },
    minify: true,
    outdir: 'dist',
    write,
  });
  return [extension, webExtension, live, server, worker, serve, validators].map(
    ({ metafile }) => metafile,
  );
}

/** What modules of Node do not have and our code and that of others uses. */
const COMMONJS = [
  "import { createRequire } from 'node:module';",
  "import { dirname as dirnameOf } from 'node:path';",
  "import { fileURLToPath as pathOf } from 'node:url';",
  'const require = createRequire(import.meta.url);',
  'const __dirname = dirnameOf(pathOf(import.meta.url));',
].join('');

/**
 * Bundles the programs of the npm package and its library to a folder, as modules that share the language service.
 * Gives esbuild's account of what is in them.
 */
export async function bundleForNpm(outdir) {
  const { metafile } = await build({
    ...common,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    entryPoints: {
      server: 'server/src/lsp/node/main.ts',
      cli: 'server/src/cli/main.ts',
      index: 'server/src/library/index.ts',
      mcp: 'server/src/mcp/serve.ts',
    },
    plugins: [...common.plugins, agentsApart],
    banner: { js: `#!/usr/bin/env node\n${COMMONJS}` },
    minify: true,
    outdir,
  });
  return metafile;
}

/** Bundles the programs of the playground to a folder. Gives esbuild's accounts of what is in them. */
export async function bundlePlayground(outdir) {
  const { metafile } = await build({
    ...web,
    format: 'iife',
    entryPoints: { main: 'playground/src/main.ts', worker: 'playground/src/worker/main.ts' },
    define: { ...define, __PROBLEM_PAGES__: JSON.stringify(pages) },
    minify: true,
    outdir,
  });
  return [metafile];
}

/**
 * Bundles every `test/**\/*.test.ts` whose path contains `filter` to a folder and gives the files written. Tests against
 * a dstack server (`test/live`) are a suite of their own: they need the network of the machine.
 */
export async function buildTests(filter = '', folder = 'out/test', isLive = false) {
  const entryPoints = readdirSync('test', { recursive: true })
    .filter((file) => file.endsWith('.test.ts') && !file.startsWith('vscode'))
    .filter((file) => /^live\b/.test(file) === isLive && file.includes(filter))
    .map((file) => join('test', file));
  return bundleOfTests(entryPoints, folder);
}

/** Bundles one program of tools/, such as a benchmark, and gives the file written; `plugin` comes before others. */
export async function buildTool(entryPoint, folder, plugin) {
  const plugins = plugin ? { plugins: [plugin, ...common.plugins] } : {};
  const [file] = await bundleOfTests([entryPoint], folder, plugins);
  return file;
}

async function bundleOfTests(entryPoints, folder, more = {}) {
  rmSync(folder, { recursive: true, force: true });
  if (entryPoints.length === 0) return [];
  await build({
    ...common,
    entryPoints,
    outdir: folder,
    outbase: '.',
    // It finds its binary beside its own files.
    external: ['esbuild'],
    sourcemap: 'inline',
    define: { ...define, __REPOSITORY__: JSON.stringify(process.cwd()) },
    ...more,
  });
  return entryPoints.map((file) => join(folder, file.replace(/\.ts$/, '.js')));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildProduct();
