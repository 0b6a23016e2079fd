import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** The folder into which GitHub or GitLab has checked the repository out; undefined elsewhere. */
export function checkoutIn(
  env: Readonly<Record<string, string | undefined>> = {},
): string | undefined {
  const folder = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']].find((one) => one);
  if (folder === undefined) return undefined;
  try {
    // The current folder is one without links.
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/**
 * The path of a file with `/`, as services find it: from the checkout of the repository, else from the current folder;
 * undefined for a file that is below neither.
 */
export function relativePath(file: string, checkout?: string): string | undefined {
  // Standard input has no place.
  const isFile = checkout !== undefined && file !== '-';
  const inCheckout = isFile ? below(relative(checkout, resolve(file))) : undefined;
  return inCheckout ?? below(isAbsolute(file) ? relative('', file) : file);
}

function below(path: string): string | undefined {
  if (isAbsolute(path) || path.split(sep)[0] === '..') return undefined;
  return (sep === '/' ? path : path.replaceAll(sep, '/')).replace(/^\.\//, '');
}
