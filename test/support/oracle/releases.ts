import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The releases of dstack that the tests ask besides the newest, the oldest first. */
export const OLDER_RELEASES = ['0.18.20', '0.18.44', '0.19.40', '0.20.29', '0.21.5'] as const;

/** The real models of a release: a Python, and the folder with that release's package. */
export interface ReleaseModels {
  readonly python: string;
  readonly packages: string;
}

/**
 * The models of an older release, or undefined if they are not installed. `npm test` and `npm run test:releases` install
 * them (tools/releases.mjs) and name the folder in `DSTACK_RELEASES`.
 */
export function modelsOf(release: string): ReleaseModels | undefined {
  const folder = process.env['DSTACK_RELEASES'];
  if (folder === undefined) return undefined;
  const packages = join(folder, 'packages', release);
  const python = join(folder, /^0\.(?:1|20)/.test(release) ? 'pydantic-1' : 'pydantic-2');
  return existsSync(packages) ? { python, packages } : undefined;
}
