import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from 'typescript';
import { repositoryPath } from '../support/repository';

// It is far too large for the bundle of a test.
export const typescript = createRequire(repositoryPath('package.json'))(
  'typescript',
) as typeof TypeScript;

const FOLDERS = ['client/src', 'server/src', 'playground/src'];

/** A source file of the product; `file` is its path from the root of the repository, with `/`. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly tree: TypeScript.SourceFile;
}

/** The source files of the product, parsed; declarations of what is made while bundling are none. */
export const SOURCES: readonly Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(repositoryPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort()
    .map(sourceOf),
);

/** The nodes of a tree, each before those that it holds. */
export function* nodesIn(node: TypeScript.Node): Generator<TypeScript.Node> {
  yield node;
  const children: TypeScript.Node[] = [];
  typescript.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesIn(child);
}

/** Parses a text as a source file of this path. */
export function parsed(file: string, text: string): Source {
  const tree = typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest, true);
  return { file, text, tree };
}

function sourceOf(file: string): Source {
  return parsed(file, readFileSync(repositoryPath(file), 'utf8'));
}
