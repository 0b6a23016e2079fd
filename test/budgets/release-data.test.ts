/** What older releases of dstack cost in the bundle: the marks in the schema, and the code that reads them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type * as Esbuild from 'esbuild';
import type * as TypeScript from 'typescript';
import { repositoryPath } from '../support/repository';

const require = createRequire(repositoryPath('package.json'));
const esbuild = require('esbuild') as typeof Esbuild;
const ts = require('typescript') as typeof TypeScript;

/** kB, minified. */
const MOST = 20;

const MARK =
  /^(?:since|deprecated|removed|former|replacement|formerly|valuesSince|valuesRemoved|formsSince|textsSince|checkedSince|convertedUntil|tagSince|emptySince|optionalSince|olderName|olderValues)$/;

/** What reads the marks. The report about an upgrade only prints what is found. */
const CODE =
  /language\/(?:release\/|validate\/(?:newer|tolerated|in-older|former)|yaml\/replaced|features\/(?:upgrade\/(?!report)|release)|fixes\/keys\/older-form)/;

/** The schema without its marks, and without what only they need. */
function withoutMarks(path: string): string {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const { transformed } = ts.transform(source, [
    (context) => (file) => {
      const visit = (node: TypeScript.Node): TypeScript.Node | undefined =>
        ts.isPropertyAssignment(node) && MARK.test(node.name.getText(source))
          ? undefined
          : ts.visitEachChild(node, visit, context);
      return ts.visitEachChild(file, visit, context);
    },
  ]);
  const [file = source] = transformed;
  return ts.createPrinter().printFile(file);
}

async function bundled(plugins: Esbuild.Plugin[]): Promise<number> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [repositoryPath('server/src/language/schema/index.ts')],
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    plugins,
  });
  return outputFiles[0]?.contents.length ?? 0;
}

test(`what is about older releases has at most ${String(MOST)} kB in the bundle`, async (t) => {
  const unmarked = await bundled([
    {
      name: 'without-marks',
      setup(builder) {
        builder.onLoad({ filter: /language[\\/]schema[\\/][\w-]+\.ts$/ }, ({ path }) => ({
          contents: withoutMarks(path),
          loader: 'ts',
        }));
      },
    },
  ]);
  const marks = (await bundled([])) - unmarked;
  const code = await codeSize();
  t.diagnostic(`figure: ${String(marks)} bytes of marks, ${String(code)} bytes of code`);
  assert.ok(marks > 1000 && code > 1000);
  assert.ok(marks + code <= MOST * 1000);
});

/** The bytes of the modules for older releases in a bundle of the language service. */
async function codeSize(): Promise<number> {
  const { metafile } = await esbuild.build({
    entryPoints: [repositoryPath('server/src/language/index.ts')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: 'out',
    platform: 'node',
    external: ['compiled-validators', 'yaml', 'vscode-languageserver-types'],
  });
  const modules = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return modules
    .filter(([path]) => CODE.test(path.replaceAll('\\', '/')))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}
