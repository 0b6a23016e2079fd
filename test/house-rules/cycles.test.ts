import { build } from 'esbuild';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryPath } from '../support/repository';

const ENTRIES = ['client/src/extension.ts', 'server/src/lsp/main.ts', 'server/src/cli/main.ts'];

/** Each source file with the files that it imports; imports of types alone leave no trace and do no harm. */
async function importGraph(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    absWorkingDir: repositoryPath(),
    entryPoints: ENTRIES,
    bundle: true,
    packages: 'external',
    external: ['compiled-validators'],
    platform: 'node',
    outdir: 'out/unused',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => !external).map(({ path }) => path),
    ]),
  );
}

test('no file imports itself, on whatever way around', async () => {
  const graph = await importGraph();
  assert.ok(graph.size > 50, 'the graph has the sources in it');
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    assert.ok(!way.includes(file), [...way.slice(way.indexOf(file)), file].join('\n  imports '));
    if (done.has(file)) return;
    for (const imported of graph.get(file) ?? []) visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
});
