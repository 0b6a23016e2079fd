import { Message, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Writable } from 'node:stream';
import type { Framing } from './framing';

/** Milliseconds that the end waits for answers; a client that asks for the end is not kept longer. */
const LONGEST_WAIT = 10_000;

/** Stays open until something differs, so nobody waits for its answer at the end. */
const STAYS_OPEN = 'workspace/diagnostic';

type Callback = Parameters<StreamMessageReader['listen']>[0];

/**
 * A reader and a writer of a connection, with which all requests are answered before the server ends: `shutdown`, `exit`
 * and the end of the input wait for the answers to what came before them. So a client may write everything at once.
 */
export function withLastAnswers(
  input: Framing,
  output: Writable,
): { readonly reader: StreamMessageReader; readonly writer: StreamMessageWriter } {
  const open = new OpenRequests();
  return { reader: new Reader(input, open), writer: new Writer(output, open) };
}

class Reader extends StreamMessageReader {
  /** Resolves when what was read may be handed on; undefined if nothing waits. */
  private turn: Promise<void> | undefined;
  /** Number of messages that were read, also of invalid ones. */
  private count = 0;

  constructor(
    private readonly input: Framing,
    private readonly open: OpenRequests,
  ) {
    super(input);
    this.onError(() => this.count++);
  }

  override listen(callback: Callback) {
    return super.listen((message) => {
      this.count++;
      const isEnd = Message.isRequest(message)
        ? message.method === 'shutdown'
        : Message.isNotification(message) && message.method === 'exit';
      if (isEnd || this.turn) this.later(() => this.handOn(message, callback));
      else this.handOn(message, callback);
    });
  }

  protected override fireClose(until = Date.now() + LONGEST_WAIT): void {
    // The library decodes messages after it has received them.
    if (this.count < this.input.messages && Date.now() < until)
      setImmediate(() => this.fireClose(until));
    else this.later(() => super.fireClose());
  }

  private handOn(message: Message, callback: Callback): void {
    if (Message.isRequest(message) && message.method !== STAYS_OPEN) this.open.add(message.id);
    callback(message);
  }

  private later(act: () => void): void {
    this.turn = (this.turn ?? Promise.resolve()).then(() => this.open.answered()).then(act);
  }
}

class Writer extends StreamMessageWriter {
  constructor(
    output: Writable,
    private readonly open: OpenRequests,
  ) {
    super(output);
  }

  override async write(message: Message): Promise<void> {
    await super.write(message);
    if (Message.isResponse(message)) this.open.delete(message.id);
  }
}

/** The ids of requests without an answer. */
class OpenRequests {
  private readonly ids = new Set<unknown>();
  private readonly waiting = new Set<() => void>();

  add(id: unknown): void {
    this.ids.add(id);
  }

  delete(id: unknown): void {
    this.ids.delete(id);
    if (this.ids.size > 0) return;
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }

  /** Resolves when all are answered, or after the longest wait. */
  async answered(): Promise<void> {
    if (this.ids.size === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LONGEST_WAIT);
      this.waiting.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.ids.clear();
  }
}
