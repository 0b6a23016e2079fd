import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type * as TypeScript from 'typescript';
import { repositoryPath } from '../support/repository';

// It is far too large for the bundle of a test.
const typescript = createRequire(repositoryPath('package.json'))('typescript') as typeof TypeScript;

/** The folders whose code sees what a repository has in it. */
const FOLDERS = ['server/src', 'client/src'];

/** A regular expression of the sources, and the file that it is in. */
interface Expression {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

function expressionsIn(file: string): readonly Expression[] {
  const text = readFileSync(repositoryPath(file), 'utf8');
  const tree = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest);
  const found: Expression[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (typescript.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), file });
    }
    typescript.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(repositoryPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);

/** Those that see no long text, and why. */
const BOUNDED: Readonly<Record<string, string>> = {
  [String.raw`([0-9.]+)\s*([a-z]+)`]: 'behind the check of LONGEST in shorthand/duration.ts',
  '^([^/]+)@([^/]+?):(.+)': 'behind the check of LONGEST in plan/run/repo-url.ts',
};

/** What a backtracking matcher may try in many ways, if an expression lets it. */
const UNITS = [
  ...[' ', '\t', '\n', 'a', 'A', '0', '_', '-', '.', ':', '/', ',', '=', '#', '"', "'", '\\', '$'],
  ...['a ', 'a:', ': ', '- ', 'a.', 'a,', 'a/', 'a-', '0:', '0.', '0,', '0..', '$a', '${{ ', '}}'],
  ...[
    '[',
    '{',
    '(',
    '`',
    '<',
    '*',
    '*/1 ',
    '\\"',
    "''",
    ' \n',
    'a\n',
    '- a\n',
    'a: b\n',
    'é',
    'GB',
  ],
];

/** Characters of the texts, at which an expression whose work grows with their square takes seconds. */
const LENGTHS = [1000, 100_000];

/** Milliseconds that no linear search takes, on a machine that is busy too. */
const BOUND = 1500;

/** What an expression does on a text: as the sources use them, from each place where one can begin. */
function search({ source, flags }: Expression, text: string): number {
  const expression = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const start = performance.now();
  for (const match of text.matchAll(expression)) if (match.index > text.length) break;
  return performance.now() - start;
}

test('no regular expression takes long on a long text', () => {
  const expressions = FILES.flatMap(expressionsIn);
  assert.ok(expressions.length > 150, String(expressions.length));
  const sources = new Set(expressions.map(({ source }) => source));
  assert.deepEqual(
    Object.keys(BOUNDED).filter((source) => !sources.has(source)),
    [],
  );
  const slow: string[] = [];
  for (const expression of expressions) {
    if (expression.source in BOUNDED) continue;
    const own = expression.source.match(/\w{2,}|[^\w\s\\()[\]]/g) ?? [];
    const units = [...UNITS, ...own].filter((unit, index, all) => all.indexOf(unit) === index);
    for (const unit of units) {
      const { file, source } = expression;
      const slowAt = LENGTHS.find(
        (length) => search(expression, `${unit.repeat(length / unit.length)}!`) > BOUND,
      );
      if (slowAt !== undefined) slow.push(`${file} /${source}/ ${JSON.stringify(unit)}`);
    }
  }
  assert.deepEqual(slow, []);
});
