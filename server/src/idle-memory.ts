import * as v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Milliseconds without a change after which the user is taken to be doing something else. */
const IDLE = 500;

/** Bytes that the heap may have and not use. */
const ROOM = 16 * 1024 * 1024;

/**
 * Gives memory back to the system after documents were closed. V8 lets its heap grow with the texts that pass through
 * it, and keeps the room when they are gone: a server in which a thousand files were looked at would hold on to 40 MB
 * for nothing. Collecting takes some 40 ms, therefore it waits until nobody types.
 */
export class IdleMemory {
  private timer: NodeJS.Timeout | undefined;
  private collect: Collect | undefined;

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
    this.collect ??= collector();
    await this.collect({ type: 'major', execution: 'async', flavor: 'last-resort' });
    const { heapTotal, heapUsed } = process.memoryUsage();
    // Node 20 keeps the room for new objects through that. It gives it up when it looks for objects, which takes longer.
    if (heapTotal - heapUsed > ROOM && 'queryObjects' in v8) {
      v8.queryObjects(IdleMemory, { format: 'count' });
    }
  }
}

type Collect = (options: Readonly<Record<string, string>>) => Promise<void>;

/**
 * V8's `gc`, which a process has otherwise only when it was started with `--expose-gc`, and this one is started by
 * editors. The flag holds for contexts made after it, so that one is made for this constant text.
 */
function collector(): Collect {
  v8.setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  v8.setFlagsFromString('--no-expose-gc');
  return collect;
}
