import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../support/table';
import { nodesIn, parsed, SOURCES, typescript, type Source } from './sources';

/** Where the names of short forms are at home. */
const HOME = /^server\/src\/language\/(?:schema|shorthand)\//;

/** The comparisons of what is called `shorthand` with a name, as they are written. */
function comparisonsIn({ tree }: Source): readonly string[] {
  const { EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken } = typescript.SyntaxKind;
  return [...nodesIn(tree)].flatMap((node) => {
    if (!typescript.isBinaryExpression(node)) return [];
    const { left, right, operatorToken } = node;
    const isComparison =
      operatorToken.kind === EqualsEqualsEqualsToken ||
      operatorToken.kind === ExclamationEqualsEqualsToken;
    if (!isComparison || !typescript.isStringLiteral(right)) return [];
    return /\bshorthand$/i.test(left.getText()) ? [node.getText()] : [];
  });
}

test('no shorthand is compared by its name: differences are its own data or data of the schema', () => {
  const elsewhere = SOURCES.filter(({ file }) => !HOME.test(file));
  assert.ok(elsewhere.length > 100);
  assert.deepEqual(elsewhere.flatMap(comparisonsIn), []);
});

table(
  'a comparison by name is found',
  [
    ["if (schema.shorthand === 'gpu') f();", "schema.shorthand === 'gpu'"],
    ["const a = items?.shorthand !== 'env-entry';", "items?.shorthand !== 'env-entry'"],
    ["const a = shorthand === 'duration' ? 1 : 2;", "shorthand === 'duration'"],
    ['const a = shorthand === undefined;'],
    ["const a = name === 'gpu';"],
  ],
  ([text, ...found]) => {
    assert.deepEqual(comparisonsIn(parsed('x.ts', text)), found);
  },
);
