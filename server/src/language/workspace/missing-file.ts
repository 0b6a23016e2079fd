import type { LocatedProblem } from '../problem/diagnostic';
import { quote } from '../base/words';
import { onlyNear } from '../base/spelling';
import { localUri } from './local-paths';
import type { RelativePath } from './summary';
import type { Workspace } from './workspace';

/**
 * A file or folder that a file names and that is not there. The command line rejects the file then, unless it is made
 * before. Nothing is reported about what lies outside the workspace.
 */
export function missingFile(
  { path, range }: RelativePath,
  uri: string,
  workspace: Workspace,
): readonly LocatedProblem[] {
  const missing = firstMissing(path, uri, workspace);
  if (!missing) return [];
  const { steps, at, near } = missing;
  const suggestion = near && [...steps.slice(0, at), near, ...steps.slice(at + 1)].join('/');
  const advice = suggestion === undefined ? '' : ` Did you mean ${quote(suggestion)}?`;
  return [
    {
      range,
      severity: 'warning',
      code: 'missing-file',
      message: `There is no ${quote(path)} in the folder of this file.${advice}`,
      ...(suggestion === undefined ? {} : { data: { suggestion } }),
    },
  ];
}

interface Missing {
  readonly steps: readonly string[];
  /** The index of the first step that does not exist. */
  readonly at: number;
  /** The name beside it that is nearly the same. */
  readonly near: string | undefined;
}

/** The first step of a path that is not in its folder; undefined if all are, or if a folder cannot be read. */
function firstMissing(path: string, uri: string, workspace: Workspace): Missing | undefined {
  const steps = path.split('/');
  for (const [at, step] of steps.entries()) {
    if (step === '' || step === '.' || step === '..') continue;
    const folder = localUri(uri, `./${steps.slice(0, at).join('/')}`);
    const names = folder === undefined ? [] : workspace.entries(folder).map(({ name }) => name);
    if (names.length === 0) return undefined;
    // Some disks ignore the case of letters.
    if (names.some((name) => name.toLowerCase() === step.toLowerCase())) continue;
    return { steps, at, near: onlyNear(step, names) };
  }
  return undefined;
}
