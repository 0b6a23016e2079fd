import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol/node';
import { repositoryPath } from '../repository';

export const SERVER = repositoryPath('dist/server.js');

/** For the option `skip` of a test that needs the built server. */
export const NOT_BUILT = existsSync(SERVER) ? false : 'needs `npm run build`';

/** Variables with which a server writes to the file `log` which paths it opens and lists: `["readdirSync","/a"]` a line. */
export function watchingDisk(log: string): NodeJS.ProcessEnv {
  const preloaded = JSON.stringify(repositoryPath('test/support/server/watch-disk.cjs'));
  return {
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --require ${preloaded}`,
    DSTACK_DISK_LOG: log,
  };
}

/** How messages reach a server that was started with `--stdio` or with `--node-ipc`. */
export function transportOf(child: ChildProcess): [MessageReader, MessageWriter] {
  const { stdin, stdout } = child;
  return stdin && stdout
    ? [new StreamMessageReader(stdout), new StreamMessageWriter(stdin)]
    : [new IPCMessageReader(child), new IPCMessageWriter(child)];
}

/** An answer as received: its content, and the milliseconds since the question. */
export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
  readonly milliseconds: number;
}

interface Received {
  readonly id?: number | null;
  readonly method?: string;
  readonly params?: unknown;
}

/** Milliseconds after which a server that does not answer counts as dead. */
const PATIENCE = 30_000;

/**
 * The built server in its own process, without a protocol library in between: a test can send what no client would, and
 * sees every answer.
 */
export class ServerProcess {
  private lastId = 0;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  /** Messages that the server has sent on its own, by method. */
  readonly notifications: { readonly method: string; readonly params: unknown }[] = [];
  /** Exit code and signal, once it has ended. */
  readonly ended: Promise<unknown[]>;
  private readonly writer: MessageWriter;

  private constructor(readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    const [reader, writer] = transportOf(child);
    this.writer = writer;
    // A server that has ended accepts nothing.
    child.stdin?.on('error', () => undefined);
    writer.onError(() => undefined);
    reader.listen((message) => this.receive(message as Received));
  }

  /** Starts the server without saying anything to it. */
  static spawn(transport: 'stdio' | 'IPC' = 'stdio', env: NodeJS.ProcessEnv = {}): ServerProcess {
    const options = { env: { ...process.env, ...env } };
    return new ServerProcess(
      transport === 'stdio'
        ? spawn(process.execPath, [SERVER, '--stdio'], options)
        : fork(SERVER, ['--node-ipc'], options),
    );
  }

  /** Starts and initializes it. `more` are further parameters of `initialize`. */
  static async start(
    capabilities: ClientCapabilities = {},
    more: object = {},
    transport: 'stdio' | 'IPC' = 'stdio',
  ): Promise<ServerProcess> {
    const server = ServerProcess.spawn(transport);
    await server.initialize(capabilities, more);
    return server;
  }

  async initialize(capabilities: ClientCapabilities = {}, more: object = {}): Promise<Answer> {
    const params = { processId: process.pid, rootUri: null, capabilities, ...more };
    const answer = await this.request('initialize', params);
    this.notify('initialized', {});
    return answer;
  }

  /** Asks, and resolves to the answer; rejects if there is none. */
  request(method: string, params?: unknown): Promise<Answer> {
    return this.begin(method, params).answer;
  }

  /** The same with the id, by which the request can be cancelled. */
  begin(
    method: string,
    params?: unknown,
  ): { readonly id: number; readonly answer: Promise<Answer> } {
    const id = ++this.lastId;
    const start = performance.now();
    const answer = new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`No answer to ${method} in ${String(PATIENCE)} ms`));
      }, PATIENCE);
      this.waiting.set(id, (received) => {
        clearTimeout(timer);
        resolve({ ...received, milliseconds: performance.now() - start });
      });
    });
    this.send({ id, method, params });
    return { id, answer };
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dstack', version: 1, text },
    });
  }

  /** Sends any object as a message. */
  send(message: object): void {
    this.writer.write({ jsonrpc: '2.0', ...message } as Message).catch(() => undefined);
  }

  /** Writes bytes (stdio only). */
  write(bytes: string | Buffer): void {
    this.child.stdin?.write(bytes);
  }

  /** The peak memory of the process in megabytes; undefined if the system does not report it (Linux does). */
  get peakMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
      return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  /**
   * CPU seconds of the process so far, which hardly depend on the load of the machine; undefined if the system does not
   * report them (Linux does).
   */
  get processorTime(): number | undefined {
    try {
      const status = readFileSync(`/proc/${String(this.child.pid)}/stat`, 'utf8');
      const [user, system] = status.split(') ')[1]?.split(' ').slice(11, 13) ?? [];
      return (Number(user) + Number(system)) / 100;
    } catch {
      return undefined;
    }
  }

  /** What it has logged (`window/logMessage`), including errors. */
  get log(): readonly string[] {
    return this.notifications
      .filter(({ method }) => method === 'window/logMessage')
      .map(({ params }) => (params as { message: string }).message);
  }

  /** Ends the process, if it has not ended by itself. */
  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private receive(message: Received): void {
    if (message.method !== undefined) {
      this.notifications.push({ method: message.method, params: message.params });
      // This client accepts all requests of a server, such as to register a capability.
      if (typeof message.id === 'number') this.send({ id: message.id, result: null });
      return;
    }
    const resolve = this.waiting.get(message.id ?? -1);
    this.waiting.delete(message.id ?? -1);
    resolve?.(message as Omit<Answer, 'milliseconds'> & { milliseconds: number });
  }
}
