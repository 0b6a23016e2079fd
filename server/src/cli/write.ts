import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Replaces a file's contents at once: whoever reads it meanwhile gets the old text or the new one. Its mode stays, and a
 * symbolic link still points to it. Throws where that is not possible; the file is then as it was.
 */
export function writeAtomically(file: string, text: string): void {
  const target = realpathSync(file);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const { mode } = statSync(target);
    writeFileSync(temporary, text, { mode, flag: 'wx' });
    // What the umask took away when the file was made.
    chmodSync(temporary, mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
