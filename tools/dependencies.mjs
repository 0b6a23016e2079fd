// What every command of package.json does first; it uses nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.installed';

/** Runs `npm ci` unless node_modules already holds what package-lock.json names. Ends the process on failure. */
export function ensureDependencies() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(
      `Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org.`,
    );
    process.exit(2);
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing the dependencies (npm ci)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed: see its message above. It needs the npm registry once.');
    process.exit(2);
  }
  writeFileSync(STAMP, lock);
}
