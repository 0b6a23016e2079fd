import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { repositoryPath } from '../../../test/support/repository';
import type { Rival } from '../servers';
import type { Figure } from './measure';

const MB = 1000 * 1000;

/** What each server needs on the disk: our three files, and its module with its dependencies. */
export function size({ module }: Rival): Figure {
  const own = ['dist/server.js', 'dist/serve.js', 'dist/validators.js'].map((file) =>
    bytesOf(repositoryPath(file)),
  );
  const modules = module.slice(0, module.indexOf(`${sep}node_modules${sep}`));
  return {
    name: 'size of the server with its modules',
    unit: 'MB',
    own: [own.reduce((sum, one) => sum + one, 0) / MB],
    other: [bytesOf(join(modules, 'node_modules')) / MB],
  };
}

function bytesOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size)
    .reduce((sum, one) => sum + one, 0);
}
