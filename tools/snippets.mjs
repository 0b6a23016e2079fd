// `npm run snippets -- [FILE]`: writes the starters once more, for VS Code's commands "Insert Snippet" and "Fill File with
// Snippet": snippets/dstack.code-snippets, which the extension contributes.
import { writeFileSync } from 'node:fs';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const { loadSource } = await import('./ajv-plugin.mjs');
const { snippetText, STARTERS } = await loadSource('starters/index.ts');
const file = process.argv[2] ?? 'snippets/dstack.code-snippets';
const snippets = Object.values(STARTERS).flat().map(snippetOf);
writeFileSync(file, `${JSON.stringify(Object.fromEntries(snippets), null, 2)}\n`);

function snippetOf(starter) {
  const { label, description } = starter;
  const prefix = `dstack ${label}`.toLowerCase().replace(/\W+/g, '-');
  const body = snippetText(starter).trimEnd().split('\n');
  return [label, { prefix, description, body, isFileTemplate: true }];
}
