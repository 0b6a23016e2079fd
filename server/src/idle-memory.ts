import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Milliseconds without a change after which the user is taken to be doing something else. */
const IDLE = 500;

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
    else this.timer = setTimeout(() => this.now(), IDLE).unref();
  }

  private now(): void {
    this.timer = undefined;
    this.collect ??= collector();
    void this.collect({ type: 'major', execution: 'async', flavor: 'last-resort' });
  }
}

type Collect = (options: Readonly<Record<string, string>>) => Promise<void> | undefined;

/**
 * V8's `gc`, which a process has otherwise only when it was started with `--expose-gc`, and this one is started by
 * editors. The flag holds for contexts made after it, so that one is made for this constant text.
 */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  return collect;
}
