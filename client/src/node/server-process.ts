import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import type {
  DataCallback,
  Message,
  MessageReader,
  MessageTransports,
  MessageWriter,
  PartialMessageInfo,
} from 'vscode-languageclient/browser';

/** Milliseconds that a server may take to end after it was asked to. */
const PATIENCE = 2000;

/**
 * Starts the server at `module` in a Node process of its own and communicates over Node's IPC. Its exit and everything
 * that it prints go to the log. Rejects if it cannot be started.
 */
export async function startServerProcess(
  module: string,
  log: LogOutputChannel,
): Promise<MessageTransports> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  const server = fork(module, ['--node-ipc'], { silent: true, execArgv: [], env });
  if (server.stdout) createInterface(server.stdout).on('line', (line) => log.info(line));
  if (server.stderr) createInterface(server.stderr).on('line', (line) => log.error(line));
  server.on('exit', (code, signal) => {
    if (code === 0) log.info('Server process exited successfully');
    else if (code !== null) log.error(`Server process exited with code ${String(code)}.`);
    if (signal !== null) log.error(`Server process exited with signal ${signal}.`);
  });
  await new Promise((resolve, reject) => {
    server.once('spawn', resolve);
    server.once('error', reject);
  });
  return { reader: new Reader(server), writer: new Writer(server) };
}

class Reader implements MessageReader {
  private readonly errors = new EventEmitter<Error>();
  private readonly closes = new EventEmitter<void>();
  private readonly parts = new EventEmitter<PartialMessageInfo>();
  readonly onError = this.errors.event;
  readonly onClose = this.closes.event;
  readonly onPartialMessage = this.parts.event;

  constructor(private readonly server: ChildProcess) {
    server.on('error', (error) => this.errors.fire(error));
    server.on('close', () => this.closes.fire());
  }

  listen(callback: DataCallback): Disposable {
    const pass = (message: unknown) => callback(message as Message);
    this.server.on('message', pass);
    return new Disposable(() => this.server.off('message', pass));
  }

  /** The server has been asked to end; one that does not is killed. */
  dispose(): void {
    const { server } = this;
    const timer = setTimeout(() => server.kill(), PATIENCE);
    server.once('exit', () => clearTimeout(timer));
    if (server.exitCode !== null || server.signalCode !== null) clearTimeout(timer);
  }
}

class Writer implements MessageWriter {
  private readonly errors = new EventEmitter<[Error, Message | undefined, number | undefined]>();
  private readonly closes = new EventEmitter<void>();
  readonly onError = this.errors.event;
  readonly onClose = this.closes.event;
  private failed = 0;

  constructor(private readonly server: ChildProcess) {
    server.on('close', () => this.closes.fire());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.send(message, (error) => {
        if (!error) {
          this.failed = 0;
          resolve();
          return;
        }
        this.errors.fire([error, message, ++this.failed]);
        reject(error);
      });
    });
  }

  end(): void {
    // The process ends by itself.
  }

  dispose(): void {
    this.errors.dispose();
    this.closes.dispose();
  }
}
