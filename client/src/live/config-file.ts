import { readFile, stat } from 'node:fs/promises';
import { t } from './texts';

/** Bytes of the user's configuration of dstack. Nobody has as many projects. */
const MOST = 1_000_000;

/** The text of the user's configuration of dstack; undefined if there is none, or why it is not read. */
export async function readConfig(
  path: string,
): Promise<string | undefined | { readonly problem: string }> {
  try {
    const about = await stat(path);
    // Reading a pipe could wait without end.
    if (!about.isFile()) return { problem: t('`~/.dstack/config.yml` is not a file.') };
    if (about.size > MOST) return { problem: t('`~/.dstack/config.yml` has more than 1 MB.') };
    return await readFile(path, 'utf8');
  } catch {
    // The variables may be enough.
    return undefined;
  }
}
