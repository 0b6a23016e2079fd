import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, workerData } from 'node:worker_threads';

/** In milliseconds; on an idle machine, no input needs a hundredth of it. */
const LONGEST_RUN = 20_000;

/** In UTF-16 units. */
const LONGEST_TEXT = 1 << 16;

/** The memory that the running thread and the watching thread share. */
interface Shared {
  /** The number of the run, and the length of its text; -1 between runs. */
  readonly state: Int32Array;
  readonly text: Uint16Array;
  readonly folder: string;
  readonly target: string;
}

/**
 * Starts a thread that ends this process if a run takes too long, after writing its text to `folder`. Returns a
 * function to call before each run, and without arguments while none runs.
 */
export function startWatchdog(folder: string, target: string): (text?: string) => void {
  const state = new Int32Array(new SharedArrayBuffer(8));
  const shared = new Uint16Array(new SharedArrayBuffer(2 * LONGEST_TEXT));
  const data: Shared = { state, text: shared, folder, target };
  new Worker(__filename, { workerData: data }).unref();
  return (text) => {
    for (let index = 0; index < (text?.length ?? 0); index++)
      shared[index] = text?.charCodeAt(index) ?? 0;
    state[1] = text?.length ?? -1;
    Atomics.add(state, 0, 1);
  };
}

/** What the watching thread does. It never returns. */
export function watch(): void {
  const { state, text, folder, target } = workerData as Shared;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  let since = Date.now();
  for (let last = -1; ; Atomics.wait(pause, 0, 0, 500)) {
    const run = Atomics.load(state, 0);
    const length = state[1] ?? -1;
    if (run !== last || length < 0) since = Date.now();
    last = run;
    if (Date.now() - since < LONGEST_RUN) continue;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${target}-without-end.json`);
    const found = String.fromCharCode(...text.slice(0, length));
    writeFileSync(file, JSON.stringify(found));
    process.kill(process.pid, 'SIGKILL');
  }
}
