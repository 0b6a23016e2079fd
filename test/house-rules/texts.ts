import type * as TypeScript from 'typescript';
import { typescript, type Source } from './sources';

/** A text that users may see, and where it is written. */
export interface Text {
  readonly place: string;
  readonly text: string;
}

const { SyntaxKind } = typescript;

/**
 * The string literals of a source file that have several words; texts joined with `+` are one, `{}` is what is put in.
 * What is in nodes that are `leftOut` is not listed.
 */
export function textsIn(
  { file, tree }: Source,
  leftOut: (node: TypeScript.Node) => boolean = () => false,
): readonly Text[] {
  const texts: Text[] = [];
  const visit = (node: TypeScript.Node, isPart: boolean) => {
    if (typescript.isImportDeclaration(node) || leftOut(node)) return;
    const text = isText(node) && !isPart ? joined(node) : '';
    if (/[a-z] [a-z`{]/i.test(text)) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      texts.push({ place: `${file}:${String(line)}`, text });
    }
    typescript.forEachChild(node, (child) => {
      visit(child, isJoin(node));
    });
  };
  visit(tree, false);
  return texts;
}

function isText(node: TypeScript.Node): boolean {
  return (
    typescript.isStringLiteralLike(node) || typescript.isTemplateExpression(node) || isJoin(node)
  );
}

function isJoin(node: TypeScript.Node): node is TypeScript.BinaryExpression {
  return typescript.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.PlusToken;
}

function joined(node: TypeScript.Node): string {
  if (typescript.isStringLiteralLike(node)) return node.text;
  if (isJoin(node)) return joined(node.left) + joined(node.right);
  if (!typescript.isTemplateExpression(node)) return '{}';
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** The strings in a JSON value, each with its path. */
export function* stringsIn(value: unknown, path: string): Generator<Text> {
  if (typeof value === 'string') yield { place: path, text: value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) yield* stringsIn(item, `${path}.${key}`);
}

/** The lines of a Markdown page outside of blocks of code. */
export function linesOf(file: string, page: string): readonly Text[] {
  let isCode = false;
  return page.split('\n').flatMap((text, index) => {
    if (text.startsWith('```')) isCode = !isCode;
    return isCode ? [] : [{ place: `${file}:${String(index + 1)}`, text }];
  });
}
