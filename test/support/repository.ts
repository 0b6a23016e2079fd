import { join } from 'node:path';

/** Set by the test build (esbuild.mjs). */
declare const __REPOSITORY__: string;

/** Absolute path of a file of this repository. */
export function repositoryPath(...parts: string[]): string {
  return join(__REPOSITORY__, ...parts);
}
