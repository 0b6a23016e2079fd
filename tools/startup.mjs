// `npm run startup`: what the start of the server costs, by part: kB of the bundles, and milliseconds to load each.
import { spawnSync } from 'node:child_process';
import { buildProduct } from '../esbuild.mjs';

const ROUNDS = 15;

const metafiles = await buildProduct();
const outputs = Object.assign({}, ...metafiles.map(({ outputs }) => outputs));
const node = median(() => millisecondsOf(''));
console.log(`node alone: ${node.toFixed(0)} ms`);
for (const bundle of ['dist/server.js', 'dist/serve.js', 'dist/validators.js']) {
  const time = median(() => millisecondsOf(`require('./${bundle}')`)) - node;
  console.log(`\n${bundle}: ${kB(outputs[bundle].bytes)} kB, ${time.toFixed(0)} ms to load`);
  for (const [part, bytes] of partsOf(outputs[bundle]))
    console.log(`${kB(bytes).padStart(6)} kB  ${part}`);
}

/** The parts of a bundle with their bytes, the largest first: our folders, and packages. */
function partsOf({ inputs }) {
  const parts = new Map();
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const part = partOf(file);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return [...parts].filter(([, bytes]) => bytes > 1000).sort(([, a], [, b]) => b - a);
}

function partOf(file) {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  if (name) return name;
  const [, folder] = /server\/src\/((?:language\/)?[^/]+)(?=\/)/.exec(file) ?? [];
  return folder ?? file.replace(/^.*server\/src\//, '');
}

/** Milliseconds of a process that does nothing else; a server that is loaded waits for its input, which is at its end. */
function millisecondsOf(code) {
  const start = performance.now();
  const script = `process.argv.push('--stdio'); ${code}; process.exit(0)`;
  spawnSync(process.execPath, ['-e', script], { stdio: 'ignore' });
  return performance.now() - start;
}

function median(measure) {
  const values = Array.from({ length: ROUNDS }, measure).sort((a, b) => a - b);
  return values[Math.floor(ROUNDS / 2)];
}

function kB(bytes) {
  return (bytes / 1000).toFixed(0);
}
