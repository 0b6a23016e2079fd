// `npm run package`: builds and leaves the extension as dstack.vsix at the root.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { obtainNode, obtainPackage } from './cache.mjs';
import { ensureDependencies } from './dependencies.mjs';

const VSCE = '4.1.0';
const OUTPUT = 'dstack.vsix';

ensureDependencies();
const { buildProduct } = await import('../esbuild.mjs');
await buildProduct();
const vsce = join(obtainPackage('@vscode/vsce', VSCE), 'node_modules/@vscode/vsce/vsce');
// Everything that the extension needs is bundled into dist/. VS Code shows pictures of a README by absolute addresses
// only, and package.json does not name a repository yet, so the pictures are left out.
const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
const { status } = spawnSync(obtainNode(), [vsce, 'package', ...flags, '--out', OUTPUT], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);
console.log(`${OUTPUT}: ${Math.ceil(statSync(OUTPUT).size / 1000)} kB`);
