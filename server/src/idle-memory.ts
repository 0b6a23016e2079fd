import * as v8 from 'node:v8';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Milliseconds without a change after which the user is taken to be doing something else: what comes next pays for it. */
const IDLE = 1000;

/** Bytes of heap that are worth no collection: it has 15 MB when nothing is open. */
const ENOUGH = 20 * 1024 * 1024;

/**
 * Gives memory back to the system after documents were closed. V8 lets its heap grow with the texts that pass through
 * it, and keeps the room when they are gone: a server in which a thousand files were looked at would hold on to 40 MB
 * for nothing. Collecting takes a while, therefore it waits until nobody types.
 */
export class IdleMemory {
  private timer: NodeJS.Timeout | undefined;

  constructor(documents: TextDocuments<TextDocument>) {
    documents.onDidClose(() => this.release());
    documents.onDidChangeContent(() => this.timer?.refresh());
  }

  /** Gives back what is free, once there is a pause. */
  release(): void {
    if (this.timer) this.timer.refresh();
    else this.timer = setTimeout(() => void this.now(), IDLE).unref();
  }

  private async now(): Promise<void> {
    this.timer = undefined;
    if (process.memoryUsage().heapTotal < ENOUGH) return;
    // Our client starts the server with `--expose-gc`: 40 ms.
    if (global.gc) await global.gc({ type: 'major', execution: 'async', flavor: 'last-resort' });
    // Others do not, but V8 gives up the same room before it looks for objects: 150 ms.
    else if ('queryObjects' in v8)
      withoutWarning(() => v8.queryObjects(IdleMemory, { format: 'count' }));
  }
}

/** Does work of which Node would warn, in the log of an editor, that its interface may change. */
function withoutWarning(work: () => unknown): void {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    work();
  } finally {
    process.emitWarning = emitWarning;
  }
}
