// `npm run schema -- [FOLDER]`: writes the JSON Schemas of configurations and profiles, for editors without this server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { loadSource } = await import('./ajv-plugin.mjs');
const { exportSchema, SCHEMAS } = await loadSource('schema/index.ts');
const folder = process.argv[2] ?? 'out/schema';
mkdirSync(folder, { recursive: true });
for (const [kind, schema] of Object.entries(SCHEMAS)) {
  const file = join(folder, `${kind}.json`);
  writeFileSync(file, `${JSON.stringify(exportSchema(schema, 'written'), null, 2)}\n`);
  console.log(file);
}
