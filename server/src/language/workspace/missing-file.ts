import type { LocatedProblem } from '../problem/diagnostic';
import { quote } from '../base/words';
import { onlyNear } from '../base/spelling';
import { localUri } from './local-paths';
import type { RelativePath } from './summary';
import type { Entry, Workspace } from './workspace';

/** A longer path is not looked for: folders that are 30 levels deep are not read anyway. */
const MOST_STEPS = 30;
const LONGEST = 1000;

/** Names in a folder that are compared with a misspelt one. */
const MOST_NAMES = 200;

/** The names in a folder, in small letters: thousands of files may ask for the same folder. */
const NAMES = new WeakMap<readonly Entry[], ReadonlySet<string>>();

function namesIn(entries: readonly Entry[]): ReadonlySet<string> {
  const names = NAMES.get(entries) ?? new Set(entries.map(({ name }) => name.toLowerCase()));
  NAMES.set(entries, names);
  return names;
}

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
  if (path.length > LONGEST) return undefined;
  const steps = path.split('/');
  if (steps.length > MOST_STEPS) return undefined;
  for (const [at, step] of steps.entries()) {
    if (step === '' || step === '.' || step === '..') continue;
    const folder = localUri(uri, `./${steps.slice(0, at).join('/')}`);
    const entries = folder === undefined ? [] : workspace.entries(folder);
    if (entries.length === 0) return undefined;
    // Some disks ignore the case of letters.
    if (namesIn(entries).has(step.toLowerCase())) continue;
    return { steps, at, near: nearIn(entries, step) };
  }
  return undefined;
}

function nearIn(entries: readonly Entry[], step: string): string | undefined {
  if (entries.length > MOST_NAMES) return undefined;
  return onlyNear(
    step,
    entries.map(({ name }) => name),
  );
}
