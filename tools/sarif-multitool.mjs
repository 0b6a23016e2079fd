// Microsoft's validator of SARIF, with the official schema and the rules of GitHub's code scanning. It needs no .NET.
import { join } from 'node:path';
import { obtainPackage } from './cache.mjs';

const VERSION = '5.7.0';

/** Installs it into the cache on first use; the variable with its path, or none on a system other than Linux on x64. */
export function obtainSarifMultitool() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {};
  const name = '@microsoft/sarif-multitool-linux';
  const folder = obtainPackage(name, VERSION, { scripts: true });
  return { DSTACK_SARIF_MULTITOOL: join(folder, 'node_modules', name, 'Sarif.Multitool') };
}
