import type * as TypeScript from 'typescript';
import { nodesIn, SOURCES, typescript, type Source } from '../../test/house-rules/sources';

/** A call that marks a text for translation. */
export interface Marked {
  /** Path and line. */
  readonly place: string;
  /** The English pattern; undefined if it is not a literal, so nobody can find it. */
  readonly english: string | undefined;
  /** How many parts it gets. */
  readonly parts: number;
}

/** The calls of `t` in a source file, and of `l10n.t`, which is VS Code's. */
export function markedIn({ file, tree }: Source): readonly Marked[] {
  return [...nodesIn(tree)].filter(isMark).map(({ arguments: [pattern, ...parts], pos }) => ({
    place: `${file}:${String(tree.getLineAndCharacterOfPosition(pos).line + 1)}`,
    english: pattern && typescript.isStringLiteralLike(pattern) ? pattern.text : undefined,
    parts: parts.length,
  }));
}

/** Whether a node is a call that marks a text for translation. */
export function isMark(node: TypeScript.Node): node is TypeScript.CallExpression {
  return (
    typescript.isCallExpression(node) &&
    ['t', 'l10n.t', 'vscode.l10n.t'].includes(node.expression.getText())
  );
}

/** The English patterns in the sources below some folders, each once. */
export function patternsIn(...folders: readonly string[]): readonly string[] {
  const sources = SOURCES.filter(({ file }) => folders.some((one) => file.startsWith(`${one}/`)));
  return [...new Set(sources.flatMap(markedIn).flatMap(({ english }) => english ?? []))];
}
