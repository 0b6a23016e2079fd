import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { Random } from '../../test/support/generate/random';
import { errorOf, fuzz, type Finding } from './engine/loop';
import { allSeeds, dictionary } from './engine/seeds';
import { startWatchdog, watch } from './engine/watchdog';
import { TARGETS } from './targets';
import { endServer } from './targets/edits';
import type { Target } from './target';

// tools/fuzz.mjs asks for the targets (`--list`) and runs this once for each: `--target NAME --seconds N --seed N`, or `--target NAME --case FILE`.

const FOLDER = 'out/fuzz';

if (isMainThread) void main();
else watch();

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const list = { type: 'boolean' } as const;
  const options = { target: text, seconds: text, seed: text, case: text, list };
  const { values } = parseArgs({ options });
  const { target: name = '', seconds = '60', seed = '1', case: file } = values;
  if (values.list) {
    const shares = Object.entries(TARGETS).map(([one, { share }]) => [one, share]);
    console.log(JSON.stringify(Object.fromEntries(shares)));
    return;
  }
  const target = TARGETS[name];
  if (!target) throw new Error(`There is no target ${name}`);
  process.on('unhandledRejection', (error) => {
    console.log(`  unhandled rejection: ${String(error)}`);
    process.exitCode = 1;
  });
  const isGood = file
    ? await runCase(target, file)
    : await run(name, target, Number(seconds), Number(seed));
  if (!isGood) process.exitCode = 1;
  await endServer();
}

/** Runs the text of one file, which is JSON if the name of the file says so. */
async function runCase(target: Target, file: string): Promise<boolean> {
  const content = readFileSync(file, 'utf8');
  const error = await errorOf(
    target,
    file.endsWith('.json') ? (JSON.parse(content) as string) : content,
  );
  console.log(error === undefined ? 'nothing found' : describe(error));
  return error === undefined;
}

async function run(name: string, target: Target, seconds: number, seed: number): Promise<boolean> {
  const random = new Random(seed);
  const own = allSeeds();
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const onRun = startWatchdog(FOLDER, name);
  const { executions, edges, kept, findings } = await fuzz(target, {
    seeds: random.sample(own, own.length),
    dictionary: dictionary(),
    random,
    isOver: () => elapsed() >= seconds,
    onRun,
    onFinding: (finding) => report(name, finding),
  });
  onRun();
  const figures = {
    target: name,
    seconds: Math.round(elapsed()),
    executions,
    perSecond: Math.round(executions / elapsed()),
    edges,
    kept: kept.length,
    findings: findings.length,
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.figures.json`), JSON.stringify(figures));
  writeFileSync(join(FOLDER, `${name}.kept.json`), JSON.stringify(kept));
  return findings.length === 0;
}

function report(name: string, { text, error, signature }: Finding): void {
  const hash = createHash('sha256').update(signature).digest('hex').slice(0, 8);
  const file = join(FOLDER, `${name}-${hash}.json`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, JSON.stringify(text));
  console.log(`\n${name}: ${describe(error)}\n  with ${JSON.stringify(text)}`);
  console.log(`  again: npm run fuzz -- --target ${name} --case ${file}\n`);
}

function describe(error: unknown): string {
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return shown.length > 2500 ? `${shown.slice(0, 2500)} …` : shown;
}
