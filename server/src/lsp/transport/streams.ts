import { connect, type NetConnectOpts } from 'node:net';
import type { Readable, Writable } from 'node:stream';

/** What a client writes to and reads from. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * The streams that a command line names: `--stdio`, `--socket=PORT` or `--pipe=NAME`, on which a client listens;
 * undefined for another way, such as `--node-ipc`.
 */
export function streamsOf(args: readonly string[]): Streams | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === '--node-ipc') return undefined;
    if (arg === '--stdio') return { input: process.stdin, output: process.stdout };
    const [, option, own] = /^--(socket|pipe)(?:=(.*))?$/s.exec(arg) ?? [];
    const value = own ?? args[index + 1] ?? '';
    if (option === 'socket') return connected({ port: Number(value), host: '127.0.0.1' });
    if (option === 'pipe') return connected({ path: value });
  }
  return undefined;
}

/** Whether a command line says how the client is reached, which over IPC is the channel to a parent process. */
export function hasClient(args: readonly string[], hasChannel: boolean): boolean {
  return args.some(
    (arg) =>
      /^--(?:stdio$|(?:socket|pipe)(?:=|$))/.test(arg) || (arg === '--node-ipc' && hasChannel),
  );
}

function connected(options: NetConnectOpts): Streams {
  const socket = connect(options);
  return { input: socket, output: socket };
}
