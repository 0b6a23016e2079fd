import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { table } from '../support/table';
import { functionsOver, undocumentedIn } from './functions';
import { circlesIn, importGraph } from './imports';
import { parsed, SOURCES } from './sources';

/** Lines of a function, and files of a folder, at most. */
const LINES = 60;
const FILES = 25;

/** One file a kind of configuration and a shared part: whoever looks for a property reads the names. */
const SCHEMA = 'server/src/language/schema';

test('no file imports itself, on whatever way around, types included', () => {
  const graph = importGraph(SOURCES);
  assert.ok([...graph.values()].flat().length > 1000, 'the graph has the imports in it');
  const circles = circlesIn(graph);
  assert.deepEqual(circles, [], 'these import each other in a circle');
});

test(`no folder has more than ${String(FILES)} files`, () => {
  const counts = new Map<string, number>();
  for (const { file } of SOURCES) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const full = [...counts].filter(([folder, count]) => count > FILES && folder !== SCHEMA);
  const folders = full.map(([folder]) => folder);
  assert.deepEqual(folders, [], 'these need folders of their own for a part of their files');
});

test(`no function has more than ${String(LINES)} lines`, () => {
  const long = SOURCES.flatMap((source) => functionsOver(LINES, source));
  assert.deepEqual(long, [], 'these do not fit a screen');
});

test('exported functions have a docstring', () => {
  const found = SOURCES.flatMap(undocumentedIn);
  assert.deepEqual(found, [], 'say what these give, in which units and ranges');
});

/** Files by name, and the circles that are found. */
const CIRCLES: readonly (readonly [Readonly<Record<string, string>>, readonly string[][]])[] = [
  [{ a: "import { b } from './b';", b: '' }, []],
  [{ a: "import { b } from './b';", b: "import type { a } from './a';" }, [['a.ts', 'b.ts']]],
  [{ a: "export * from './b';", b: "export { a } from './a';" }, [['a.ts', 'b.ts']]],
  [{ a: "await import('./b');", b: "import { a } from './a';" }, [['a.ts', 'b.ts']]],
  [{ a: "let b: import('./b').B;", b: "import './a';" }, [['a.ts', 'b.ts']]],
  [{ 'x/index': "import '../a';", a: "import './x';" }, [['a.ts', 'x/index.ts']]],
  [{ a: "import './a';" }, [['a.ts']]],
  [
    { a: "import './b';", b: "import './c';", c: "import './a';", d: "import './a';" },
    [['a.ts', 'b.ts', 'c.ts']],
  ],
  [
    {
      a: "import './b'; import './c';",
      b: "import './a';",
      c: "import './d';",
      d: "import './c';",
    },
    [
      ['a.ts', 'b.ts'],
      ['c.ts', 'd.ts'],
    ],
  ],
  [{ a: "// import './b';", b: "const text = `import './a'`; import './a';" }, []],
];

table('circles are found', CIRCLES, ([files, circles]) => {
  const sources = Object.entries(files).map(([name, text]) => parsed(`${name}.ts`, text));
  assert.deepEqual(circlesIn(importGraph(sources)), circles);
});

/** A text, and its exported functions without a docstring. */
const DOCUMENTED: readonly (readonly [text: string, ...missing: readonly string[]])[] = [
  ['export function a() {}', 'a'],
  ['/** What. */\nexport function a() {}'],
  ['// Why.\nexport function a() {}', 'a'],
  ['export const a = () => 1;', 'a'],
  ['/** What. */\nexport const a = () => 1;'],
  ['export const a = 1;'],
  ['function a() {}'],
  ['/** What. */\nexport function a(x: string): void;\nexport function a(x: number): void {}'],
  ['export default function () {}', 'default'],
];

table('a function without a docstring is found', DOCUMENTED, ([text, ...missing]) => {
  assert.deepEqual(
    undocumentedIn(parsed('x.ts', text)),
    missing.map((name) => `x.ts ${name}`),
  );
});

/** A text, and its functions of more than two lines. */
const LONG: readonly (readonly [text: string, ...long: readonly string[]])[] = [
  ['function a() {\n}'],
  ['function a() {\n\n}', 'a'],
  ['/**\n * What.\n */\nfunction a() {\n}'],
  ['const a = () => {\n\n};', 'a'],
  ['class A {\n  b() {\n\n  }\n}', 'b'],
  ['f(() => {\n\n});', 'without a name'],
  ['type A = (\n  a: 1,\n) => 2;'],
];

table('a long function is found', LONG, ([text, ...long]) => {
  assert.deepEqual(
    functionsOver(2, parsed('x.ts', text)),
    long.map((name) => `x.ts ${name}`),
  );
});
