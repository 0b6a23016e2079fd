import { DSTACK_VERSION } from '../schema/dstack-version';
import type { Tree } from '../yaml/tree';
import { releaseIn } from './version';

/** Where the release of dstack that judges a file comes from, the most important first. */
export type ReleaseSource = 'comment' | 'setting' | 'server' | 'pin' | 'newest';

/** The release of dstack that judges a file. */
export interface ReleaseInUse {
  /** Such as `0.20.29`. */
  readonly version: string;
  readonly source: ReleaseSource;
  /** The file that pins it, by its path in the workspace. */
  readonly file?: string;
}

/** A pin of dstack in a file of a project. */
export interface Pin {
  readonly version: string;
  readonly file: string;
}

/** What may say which release is in use. Each is a version as someone wrote it, or undefined. */
export interface ReleaseHints {
  readonly setting?: string | undefined;
  /** The version of the connected dstack server. */
  readonly server?: string | undefined;
  readonly pin?: Pin | undefined;
}

/** The newest release that is known, which judges where nothing else is said. */
export const NEWEST: ReleaseInUse = { version: DSTACK_VERSION, source: 'newest' };

/** The release of a file without a comment: of the setting, of the server, of the pin, or the newest. */
export function releaseInUse({ setting, server, pin }: ReleaseHints): ReleaseInUse {
  const hints = [
    { version: setting, source: 'setting' },
    { version: server, source: 'server' },
    { ...pin, source: 'pin' },
  ] as const;
  for (const hint of hints) {
    const version = releaseIn(hint.version ?? '');
    if (version !== undefined) return { ...hint, version };
  }
  return NEWEST;
}

/** The release that a comment above the first line of content names: `# dstack: 0.20`. */
export function releaseOfComment({ text, comments, root }: Tree): ReleaseInUse | undefined {
  const end = root?.span.start ?? text.length;
  for (const { start, end: after } of comments) {
    if (start > end) return undefined;
    const [, named = ''] = /^#\s*dstack:\s*(v?\d[\w.]*)\s*$/.exec(text.slice(start, after)) ?? [];
    const version = releaseIn(named);
    if (version !== undefined) return { version, source: 'comment' };
  }
  return undefined;
}
