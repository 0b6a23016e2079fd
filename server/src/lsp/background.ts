import type { Connection } from 'vscode-languageserver';
import { describe } from './failure-log';

/** Runs work whose result no request waits for. What goes wrong in it is logged, unless the connection has ended. */
export function inBackground({ console }: Connection, work: () => Promise<unknown>): void {
  const run = async () => work();
  run()
    .catch((error: unknown) => console.error(describe(error)))
    .catch(() => undefined);
}
