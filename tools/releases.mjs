// The models of older releases of dstack, which the tests of releases ask. Two environments with the dependencies, one
// for each version of pydantic, serve all of them: a release is a folder with its package alone.
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, once } from './cache.mjs';
import { installFor, installInto, interpreter, obtainPython } from './python.mjs';

/** The releases that the tests ask besides the newest. */
export const OLDER_RELEASES = ['0.18.20', '0.18.44', '0.19.40', '0.20.29', '0.21.5'];

/** The newest release that the project knows. */
export function newestRelease() {
  const source = new URL('../server/src/language/schema/dstack-version.ts', import.meta.url);
  return /'(.*)'/.exec(readFileSync(source, 'utf8'))[1];
}

/** Has the dependencies of releases before 0.21, also of a server (test/live); `python-dxf` is one of those of 0.18. */
const PYDANTIC_1 = ['dstack[server,aws]==0.20.29', 'python-dxf==12.1.1', 'pydantic<2'];
const FOLDER_1 = 'python-pydantic-1-server-0.20.29';

/** Of a package without its dependencies, in the same place for all clones. */
const packagesOf = (release) => `dstack-${release}`;

/** The releases that `npm test` asks: the oldest that Connect supports, and another one each day. */
export const releasesOfTests = () => ['0.20.29', releaseOfTheDay()];

/**
 * For each release the Python to run and the folder with its package, as JSON for `DSTACK_RELEASES`, installed on first
 * use (a minute for the first, 40 MB for each). If that fails, it says so and gives those that are there.
 */
export function obtainReleases(releases = OLDER_RELEASES) {
  const models = {};
  for (const release of releases) {
    try {
      models[release] = { python: pythonFor(release), packages: packagesFor(release) };
    } catch (error) {
      console.error(`The tests that ask dstack ${release} cannot run. ${error.message}`);
    }
  }
  return JSON.stringify(models);
}

/** The same for those that are installed; nothing is installed. */
export function obtainedReleases() {
  const isThere = (name) => existsSync(join(CACHE, name, '.complete'));
  const known = OLDER_RELEASES.filter((release) => isThere(packagesOf(release)));
  return obtainReleases(known.filter((one) => !isPydantic1(one) || isThere(FOLDER_1)));
}

/** The release that is asked besides 0.20.29 on this day: each has its turn. */
export function releaseOfTheDay(day = Math.floor(Date.now() / 86_400_000)) {
  const others = OLDER_RELEASES.filter((release) => release !== '0.20.29');
  return others[day % others.length];
}

/** Whether a release needs pydantic 1. */
export function isPydantic1(release) {
  return /^0\.(?:1[0-9]|20)\./.test(release);
}

/** A Python with the dependencies of a release. */
export function pythonFor(release) {
  if (isPydantic1(release))
    return interpreter(once(FOLDER_1, (folder) => installInto(folder, ...PYDANTIC_1)));
  const python = obtainPython();
  if (python === undefined) throw new Error('There is no Python with pydantic 2.');
  return python;
}

/** The folder with the package of a release, for `PYTHONPATH`. */
export function packagesFor(release) {
  return join(
    once(packagesOf(release), (folder) => {
      console.log(`Installing dstack ${release} (once)`);
      const made = join(folder, 'made');
      mkdirSync(made, { recursive: true });
      installFor(
        pythonFor(release),
        folder,
        '--upgrade',
        '--no-deps',
        '--target',
        made,
        `dstack==${release}`,
      );
      renameSync(made, join(folder, 'packages'));
    }),
    'packages',
  );
}
