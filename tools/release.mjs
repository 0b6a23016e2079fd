// `npm run release -- --check [--tag v1.2.3]`: builds, tests and packs everything, and prints what the owner still has to
// do. `npm run release -- --publish marketplace|open-vsx|npm` publishes what was packed, with the owner's token.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { obtainNode, obtainPackage } from './cache.mjs';
import { openPoints } from './open-points.mjs';
import { obtainVsce } from './vsix.mjs';

const OVSX = '1.4.0';
const VSIX = 'dstack.vsix';

/** What a release has to pass, in this order. */
const STEPS = [
  ['npm', 'test'],
  ['npm', 'run', 'supply'],
  ['npm', 'run', 'package'],
  ['npm', 'run', 'package:npm'],
];

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, tag: { type: 'string' }, publish: { type: 'string' } },
});
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const open = openPoints(manifest, readFileSync('CHANGELOG.md', 'utf8'), values.tag);

if (values.publish !== undefined) publish(values.publish);
else if (values.check) check();
else fail('Use --check, or --publish with marketplace, open-vsx or npm.');

function check() {
  for (const step of STEPS) run(...step);
  for (const { text } of open) console.log(`open: ${text}`);
  console.log('The accounts and names cannot be checked from here:');
  console.log(
    `- Marketplace and Open VSX: the publisher "${manifest.publisher}", secrets VSCE_PAT and OVSX_PAT`,
  );
  console.log('- npm: the package "dstack-check", secret NPM_TOKEN');
  console.log('- GitHub: the environment "release" with these secrets, and who approves a release');
  if (values.tag !== undefined && open.length > 0) process.exitCode = 1;
}

function publish(where) {
  const [first] = open;
  if (first) fail(`Nothing is published: ${first.text}`);
  if (where === 'marketplace')
    return run(obtainNode(), obtainVsce(), 'publish', '--packagePath', packed(VSIX));
  if (where === 'open-vsx') {
    const ovsx = join(obtainPackage('ovsx', OVSX), 'node_modules/ovsx/bin/ovsx');
    return run(obtainNode(), ovsx, 'publish', packed(VSIX));
  }
  if (where === 'npm') {
    const [tarball = ''] = readdirSync('out/npm').filter((name) => name.endsWith('.tgz'));
    return run('npm', 'publish', packed(join('out/npm', tarball)), '--access', 'public');
  }
  return fail(`"${where}" is not marketplace, open-vsx or npm.`);
}

/** The file, which a run with `--check` has left. */
function packed(file) {
  return existsSync(file) ? file : fail(`${file} is missing: run \`npm run release -- --check\`.`);
}

function run(command, ...args) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell });
  if (status !== 0) fail(`${[command, ...args].join(' ')} failed.`);
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
