import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Milliseconds without a change after which the user is taken to be doing something else. V8 gives up the room for new
 * objects only where little was made in the five seconds before, so that there is a second time.
 */
const IDLE = [1000, 8000];

/** Bytes of heap that are worth no collection: it has 15 MB when nothing is open. */
const ENOUGH = 20 * 1024 * 1024;

/**
 * Gives memory back to the system after documents were closed. V8 lets its heap grow with the texts that pass through
 * it, and keeps the room when they are gone: a server in which a thousand files were looked at would hold on to 50 MB
 * for nothing. Collecting takes 20 to 150 ms, therefore it waits until nobody types.
 */
export class IdleMemory {
  private timers: readonly NodeJS.Timeout[] = [];
  private readonly collect = collector();

  constructor(documents: TextDocuments<TextDocument>) {
    documents.onDidClose(() => this.release());
    documents.onDidChangeContent(() => this.timers.forEach((timer) => timer.refresh()));
  }

  /** Gives back what is free, once there is a pause. */
  release(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers = IDLE.map((pause) => setTimeout(() => void this.now(), pause).unref());
  }

  private async now(): Promise<void> {
    if (process.memoryUsage().heapTotal < ENOUGH) return;
    // What is in use is found twice: the first time frees what the second one can then give back.
    for (let turn = 0; turn < 2; turn++) {
      await this.collect?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
    }
  }
}

/** V8's collector, which it hands to contexts that are made after it was asked to; undefined where a host forbids that. */
function collector(): NodeJS.GCFunction | undefined {
  try {
    setFlagsFromString('--expose-gc');
    return runInNewContext('gc') as NodeJS.GCFunction;
  } catch {
    return undefined;
  }
}
