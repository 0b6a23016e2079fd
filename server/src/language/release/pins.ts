import type { Pin } from './in-use';

/** `dstack==0.20.29`, `dstack[server] ~= 0.20.0`, `dstack@0.20.29`, and `dstack=0.20.29` of conda. */
const REQUIREMENT =
  /(?<![\w./-])dstack(?:\[[\w\s,-]{0,99}\])?["']?\s{0,9}(?:={1,3}|~=|@)\s{0,9}["']?[\^~=]{0,2}(\d[\w.*]{0,30})/;

/** A package in the lock files of uv and Poetry. */
const LOCKED = /^name = "dstack"\r?\nversion = "(\d[\w.]{0,30})"/m;

/** A package in `Pipfile.lock`. */
const IN_PIPFILE = /"dstack":\s{0,20}\{[^{}]{0,20000}?"version":\s{0,9}"==(\d[\w.]{0,30})"/;

/** `dstack = { version = "0.20.29", extras = [...] }` of Poetry. */
const IN_TABLE =
  /^dstack\s{0,9}=\s{0,9}\{[^}\n]{0,400}?version\s{0,9}=\s{0,9}"[\^~=]{0,2}(\d[\w.*]{0,30})"/m;

/** The files of a project that can pin a version, by their path in its folder, and how. The first that it has decides. */
const PIN_FILES: readonly (readonly [path: RegExp, ...patterns: readonly RegExp[]])[] = [
  [/^(?:uv|poetry)\.lock$/, LOCKED],
  [/^Pipfile\.lock$/, IN_PIPFILE],
  [/^requirements[\w.-]*\.txt$/, REQUIREMENT],
  [/^pyproject\.toml$/, REQUIREMENT, IN_TABLE],
  [/^environment\.ya?ml$/, REQUIREMENT],
  [/^\.pre-commit-config\.yaml$/, REQUIREMENT],
  [/^\.github\/workflows\/[^/]+\.ya?ml$/, REQUIREMENT],
];

/** The folder of a project whose files can pin a version, beside the project itself. */
export const WORKFLOWS = '.github/workflows';

/** The paths that can pin a version of dstack, the most exact first. Each is a path in the folder of the project. */
export function pinFilesAmong(paths: readonly string[]): readonly string[] {
  return PIN_FILES.flatMap(([name]) => paths.filter((path) => name.test(path)).sort());
}

/**
 * The version of dstack that a file of a project pins, as it is written there; undefined if it pins none. Ranges without
 * an upper end, such as `>=0.20`, are not pins.
 *
 * @param path of the file in the folder of the project
 */
export function pinIn(path: string, text: string): Pin | undefined {
  const [, ...patterns] = PIN_FILES.find(([name]) => name.test(path)) ?? [];
  // Without comments, which lock files do not have.
  const lines = path.endsWith('.lock') ? text : text.replace(/^[ \t]*#.*$/gm, '');
  for (const pattern of patterns) {
    const [, version] = pattern.exec(lines) ?? [];
    // `0.20.*` and `~=0.20.0` mean the newest of the series.
    if (version !== undefined) return { version: version.replace(/\.\*.*$/, ''), file: path };
  }
  return undefined;
}
