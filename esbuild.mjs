import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledValidators } from './scripts/ajv-plugin.mjs';
import { partOfYaml } from './scripts/yaml-plugin.mjs';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: false,
  // Prefer ES modules of dependencies: they can be tree-shaken, UMD bundles cannot.
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [compiledValidators, partOfYaml],
};

/** Leaves dist/extension.js, dist/server.js and dist/cli.js. */
export async function buildProduct() {
  rmSync('dist', { recursive: true, force: true });
  await build({
    ...common,
    entryPoints: { extension: 'client/src/extension.ts' },
    external: ['vscode'],
    loader: { '.code-snippets': 'json' },
    minify: true,
    outdir: 'dist',
  });
  await build({
    ...common,
    entryPoints: { server: 'server/src/main.ts', cli: 'server/src/cli/main.ts' },
    banner: { js: '#!/usr/bin/env node' },
    minify: true,
    outdir: 'dist',
  });
}

/** Bundles every `test/**\/*.test.ts` whose path contains `filter` to a folder and gives the files written. */
export async function buildTests(filter = '', folder = 'out/test') {
  const entryPoints = readdirSync('test', { recursive: true })
    .filter(
      (file) => file.endsWith('.test.ts') && !file.startsWith('vscode') && file.includes(filter),
    )
    .map((file) => join('test', file));
  rmSync(folder, { recursive: true, force: true });
  if (entryPoints.length === 0) return [];
  await build({
    ...common,
    entryPoints,
    outdir: folder,
    outbase: 'test',
    // It finds its binary beside its own files.
    external: ['esbuild'],
    sourcemap: 'inline',
    define: { __REPOSITORY__: JSON.stringify(process.cwd()) },
  });
  return entryPoints.map((file) => join(folder, relative('test', file).replace(/\.ts$/, '.js')));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildProduct();
