import type * as TypeScript from 'typescript';
import { nodesIn, typescript, type Source } from './sources';

/** The functions of a file with more lines than `limit`, as `FILE NAME`. */
export function functionsOver(limit: number, { file, tree }: Source): readonly string[] {
  return [...nodesIn(tree)]
    .filter((node) => typescript.isFunctionLike(node) && 'body' in node && node.body !== undefined)
    .filter((node) => lineOf(tree, node.getEnd()) - lineOf(tree, node.getStart()) + 1 > limit)
    .map((node) => `${file} ${nameOf(node)}`);
}

/** The exported functions of a file without a docstring. Of overloads one is enough. */
export function undocumentedIn({ file, tree }: Source): readonly string[] {
  const found = new Map<string, boolean>();
  for (const statement of tree.statements) {
    if (!isExported(statement)) continue;
    const isDocumented = typescript.getJSDocCommentsAndTags(statement).length > 0;
    for (const name of functionsOf(statement))
      found.set(name, isDocumented || (found.get(name) ?? false));
  }
  return [...found].filter(([, isDocumented]) => !isDocumented).map(([name]) => `${file} ${name}`);
}

/** The names of the functions that a statement declares, as such or as constants. */
function functionsOf(statement: TypeScript.Statement): readonly string[] {
  if (typescript.isFunctionDeclaration(statement)) return [statement.name?.text ?? 'default'];
  if (!typescript.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => initializer && isFunction(initializer))
    .map(({ name }) => name.getText());
}

function isFunction(node: TypeScript.Node): boolean {
  return typescript.isArrowFunction(node) || typescript.isFunctionExpression(node);
}

function isExported(statement: TypeScript.Statement): boolean {
  return (
    typescript.canHaveModifiers(statement) &&
    (typescript.getModifiers(statement) ?? []).some(
      ({ kind }) => kind === typescript.SyntaxKind.ExportKeyword,
    )
  );
}

function nameOf(node: TypeScript.Node): string {
  const named = [node, node.parent].find(
    (one): one is TypeScript.Node & { name: TypeScript.Node } => 'name' in one && Boolean(one.name),
  );
  return named?.name.getText() ?? 'without a name';
}

function lineOf(tree: TypeScript.SourceFile, offset: number): number {
  return tree.getLineAndCharacterOfPosition(offset).line;
}
