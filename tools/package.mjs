// `npm run package`: builds and leaves the extension as dstack.vsix at the root.
import { statSync } from 'node:fs';
import { ensureDependencies } from './dependencies.mjs';

const OUTPUT = 'dstack.vsix';

ensureDependencies();
const { buildProduct } = await import('../esbuild.mjs');
const { packVsix } = await import('./vsix.mjs');
await buildProduct();
console.log(await packVsix(OUTPUT));
console.log(`${OUTPUT}: ${Math.ceil(statSync(OUTPUT).size / 1000)} kB`);
