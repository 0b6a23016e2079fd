import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Milliseconds without a change after which the user counts as idle. V8 gives up the space for new objects only if
 * little was allocated in the five seconds before, hence the second time.
 */
const IDLE = [1000, 8000];

/** Heaps below this many bytes are not collected: 15 MB are in use when nothing is open. */
const ENOUGH = 20 * 1024 * 1024;

/**
 * Gives memory back to the system after documents were closed. The heap of V8 grows with the texts that pass through
 * it, and stays large after they are gone: a server that has read a thousand files would keep 50 MB. A collection takes
 * 20 to 150 ms, so it waits until the user is idle.
 */
export class IdleMemory {
  private timers: readonly NodeJS.Timeout[] = [];
  private readonly collect = collector();

  constructor(documents: TextDocuments<TextDocument>) {
    documents.onDidClose(() => this.release());
    documents.onDidChangeContent(() => this.timers.forEach((timer) => timer.refresh()));
  }

  /** Gives back free memory when there is a pause. */
  release(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers = IDLE.map((pause) => setTimeout(() => void this.now(), pause).unref());
  }

  private async now(): Promise<void> {
    if (process.memoryUsage().heapTotal < ENOUGH) return;
    // Two collections: the first frees objects, the second can then give back their space.
    for (let turn = 0; turn < 2; turn++) {
      await this.collect?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
    }
  }
}

/** V8's collector, which contexts get if they are created after it was enabled; undefined if the host forbids that. */
function collector(): NodeJS.GCFunction | undefined {
  try {
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc') as NodeJS.GCFunction;
  } catch {
    return undefined;
  }
}
