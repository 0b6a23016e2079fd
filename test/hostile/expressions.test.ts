import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type * as TypeScript from 'typescript';
import { starters } from '../../server/src/language';
import { SCHEMAS } from '../../server/src/language/schema';
import { HINT_OF_NAMES } from '../../server/src/language/shell/programs';
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

/** Those that are made of values that no text of the file tells, with all that can come of them. */
const OF_VALUES: Readonly<Record<string, readonly string[]>> = {
  "new RegExp(`^${indent}`, 'gm')": ['^ {4}', '^ {12}'],
  'new RegExp(`${slot.quote}$`)': ["'$", '"$'],
  // What the compiled validators look for as well.
  "new RegExp(schema.pattern, 'u')": patternsIn(SCHEMAS),
  "new RegExp(texts.pattern, 'i')": patternsIn(SCHEMAS),
  'new RegExp(pattern)': patternsIn(starters()),
  'new RegExp(`[$\\`=[{]|\\\\(\\\\(|\\\\b(?:for|select|let|env|${PROGRAMS})\\\\b`)': [
    HINT_OF_NAMES.source,
  ],
};

/** Every `pattern` in data. */
function patternsIn(data: unknown, seen = new Set<unknown>()): string[] {
  if (typeof data !== 'object' || data === null || seen.has(data)) return [];
  seen.add(data);
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value, seen),
  );
}

function expressionsIn(file: string): readonly Expression[] {
  const text = readFileSync(repositoryPath(file), 'utf8');
  const tree = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest, true);
  const constants = new Map<string, TypeScript.Expression>();
  const found: Expression[] = [];
  const add = (source: string, flags: string) => found.push({ source, flags, file });
  const visit = (node: TypeScript.Node): void => {
    if (typescript.isVariableDeclaration(node) && node.initializer)
      constants.set(node.name.getText(), node.initializer);
    if (typescript.isRegularExpressionLiteral(node)) add(...partsOf(node));
    else if (typescript.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      const made = source && textOf(source, constants);
      const sources = made === undefined ? OF_VALUES[node.getText()] : [made];
      assert.ok(sources, `${file}: what may come of ${node.getText()}?`);
      for (const one of sources) add(one, (flags && textOf(flags, constants)) ?? '');
    }
    typescript.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function partsOf({ text }: TypeScript.RegularExpressionLiteral): [source: string, flags: string] {
  const end = text.lastIndexOf('/');
  return [text.slice(1, end), text.slice(end + 1)];
}

/** The text that an expression of constants stands for; undefined where it is made of anything else. */
function textOf(
  node: TypeScript.Expression,
  constants: ReadonlyMap<string, TypeScript.Expression>,
): string | undefined {
  if (typescript.isStringLiteralLike(node)) return node.text;
  if (typescript.isIdentifier(node)) {
    const value = constants.get(node.text);
    return value && textOf(value, constants);
  }
  if (typescript.isPropertyAccessExpression(node) && node.name.text === 'source') {
    const value = constants.get(node.expression.getText());
    return value && typescript.isRegularExpressionLiteral(value) ? partsOf(value)[0] : undefined;
  }
  const isRaw = typescript.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw';
  const template = isRaw ? node.template : node;
  const read = (part: TypeScript.TemplateLiteralLikeNode) =>
    (isRaw ? part.rawText : undefined) ?? part.text;
  if (typescript.isNoSubstitutionTemplateLiteral(template)) return read(template);
  if (!typescript.isTemplateExpression(template)) return undefined;
  const spans = template.templateSpans.map(({ expression, literal }) => {
    const value = textOf(expression, constants);
    return value === undefined ? undefined : value + read(literal);
  });
  return spans.includes(undefined) ? undefined : read(template.head) + spans.join('');
}

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(repositoryPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);

/** Those that see no long text, and why. */
const BOUNDED: Readonly<Record<string, string>> = {
  [String.raw`([0-9.]+)\s*([a-z]+)`]: 'behind the check of LONGEST in shorthand/duration.ts',
  [String.raw`\w+(?=[\s}]*$)`]: 'for an opening of at most twice LONGEST in completion/embedded.ts',
  [String.raw`^\s*(?:[$€£]|usd|eur)?\s*([0-9]+(?:[.,][0-9]+)?)\s*(?:[$€£]|[a-z%][a-z/$]*)?(?:\/\s*\w+)?\s*$`]:
    'after the check of LONGEST in fixes/values/number-in-words.ts',
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

test('no regular expression is slow on a long text', () => {
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
