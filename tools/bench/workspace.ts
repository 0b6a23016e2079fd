// `npm run bench:workspace [-- --files N]`: what a workspace with many configurations costs. It prints how long the first
// problems of an open file take without a workspace and while one is read, how long that is, and the memory.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureSamples } from '../../test/support/oracle/corpus';
import { ours, rivalFromEnvironment } from './servers';
import { Session } from './session';

const ROUNDS = 9;
const TEXT = 'type: task\nname: opened\ncomands: [ls]\nimage: python\nfleets: [fleet-1]\n';

const server = ours(rivalFromEnvironment());
const count = Number(/--files (\d+)/.exec(process.argv.join(' '))?.[1] ?? 5000);

/** Writes configurations of all types, each with its own name, ten per folder. */
function generate(folder: string): void {
  const samples = fixtureSamples('accepted').filter(({ text }) => /^type:/m.test(text));
  for (let number = 0; number < count; number++) {
    const sample = samples[number % samples.length]?.text ?? '';
    const parent = join(folder, `team-${String(Math.floor(number / 100))}`, String(number % 10));
    mkdirSync(parent, { recursive: true });
    const text = sample.replace(/^name:.*$/m, `name: name-${String(number)}`);
    writeFileSync(join(parent, `c${String(number)}.dstack.yml`), text);
  }
}

interface Round {
  /** Milliseconds from opening a document to its problems: the first, and one opened 200 ms later. */
  readonly first: number;
  readonly later: number;
  /** Milliseconds until all files are read. */
  readonly reading: number;
  /** Bytes when nothing more happens. */
  readonly memory: number;
}

async function round(folder: string, files: number): Promise<Round> {
  const start = performance.now();
  const session = await Session.start(server, folder);
  const first = await timeToProblems(session, 'first');
  await pause(200);
  const later = await timeToProblems(session, 'later');
  while (session.configurations < files) await pause(10);
  const reading = performance.now() - start;
  await pause(500);
  const { memory } = session;
  await session.stop();
  return { first, later, reading, memory };
}

async function timeToProblems(session: Session, name: string): Promise<number> {
  const uri = `untitled:${name}.dstack.yml`;
  const start = performance.now();
  await session.open(uri, TEXT);
  await session.diagnostics(uri);
  return performance.now() - start;
}

function median(rounds: readonly Round[], of: keyof Round): number {
  const sorted = rounds.map((one) => one[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time));
const ms = (value: number) => `${value.toFixed(1)} ms`;
const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

async function main(): Promise<void> {
  const full = mkdtempSync(join(tmpdir(), 'dstack-bench-'));
  const empty = mkdtempSync(join(tmpdir(), 'dstack-bench-'));
  try {
    generate(full);
    const [alone, inWorkspace]: [Round[], Round[]] = [[], []];
    // In turns, so the load of the machine is the same for both.
    for (let number = 0; number < ROUNDS; number++) {
      alone.push(await round(empty, 0));
      inWorkspace.push(await round(full, count));
    }
    for (const of of ['first', 'later'] as const) {
      const [without, within] = [median(alone, of), median(inWorkspace, of)];
      const more = ((within / without - 1) * 100).toFixed(0);
      console.log(
        `${of} problems: ${ms(without)} alone, ${ms(within)} while reading (${more}% more)`,
      );
    }
    console.log(`${String(count)} files read after ${ms(median(inWorkspace, 'reading'))}`);
    const [without, within] = [median(alone, 'memory'), median(inWorkspace, 'memory')];
    console.log(`memory: ${mb(without)} alone, ${mb(within)} with them`);
  } finally {
    rmSync(full, { recursive: true });
    rmSync(empty, { recursive: true });
  }
}

void main();
