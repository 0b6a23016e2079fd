// `npm run supply`: what we depend on: licences, notices, integrity, and known vulnerabilities (not with `--offline`).
// Exit code: 0 no findings, 1 findings, 2 the registry does not say whether there are vulnerabilities.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { bundleProduct } from '../esbuild.mjs';
import { isAllowed } from './licences.mjs';
import { bundledPackages, NOTICES, noticesText } from './notices.mjs';

const wrong = [];
const bundled = bundledPackages(await bundleProduct(false));
checkNotices();
checkLicences();
checkIntegrity();
const isAudited = process.argv.includes('--offline') || audit();
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : isAudited ? 0 : 2;

function checkNotices() {
  for (const { name, version, licence } of bundled)
    console.log(`bundled: ${name} ${version} (${licence})`);
  const shipped = existsSync(NOTICES) ? readFileSync(NOTICES, 'utf8') : '';
  if (shipped !== noticesText(bundled))
    wrong.push(`${NOTICES} is not about what is in the bundles. Run \`npm run build\`.`);
  for (const { name, text } of bundled)
    if (!/copyright|blue oak/i.test(text))
      wrong.push(`${name}: its licence names no holder of a copyright`);
}

function checkLicences() {
  const installed = Object.entries(lockedPackages()).map(([path, { license }]) => [path, license]);
  for (const [name, licence] of [...installed, ...bundled.map((one) => [one.name, one.licence])])
    if (!isAllowed(licence)) wrong.push(`${name}: the licence ${licence} is not one that we allow`);
  console.log(`licences: ${installed.length} packages, ${bundled.length} of them bundled`);
}

function checkIntegrity() {
  for (const [path, { integrity, resolved }] of Object.entries(lockedPackages())) {
    if (!/^sha512-/.test(integrity ?? ''))
      wrong.push(`${path}: package-lock.json has no SHA-512 of it`);
    if (resolved && !resolved.startsWith('https://registry.npmjs.org/'))
      wrong.push(`${path}: it does not come from registry.npmjs.org`);
  }
}

function lockedPackages() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ''));
}

/** Asks npm for known vulnerabilities; returns whether it has answered. */
function audit() {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const answer = parsed(stdout);
  const counts = answer?.metadata?.vulnerabilities;
  if (!counts) {
    const reason = answer?.message ?? stderr.trim().split('\n').at(-1) ?? 'no answer';
    console.error(`vulnerabilities: NOT CHECKED, the registry does not answer: ${reason}`);
    return false;
  }
  console.log(`vulnerabilities: ${counts.total}`);
  for (const { name, severity } of Object.values(answer.vulnerabilities ?? {}))
    wrong.push(`${name}: known to be vulnerable (${severity}); see \`npm audit\``);
  return true;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
