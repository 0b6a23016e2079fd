import type { Calls, Method } from './protocol';

/** Milliseconds after which an answer is not waited for any longer. */
const PATIENCE = 10_000;

interface Waiting {
  readonly answer: (event: MessageEvent) => void;
  readonly giveUp: () => void;
}

/** The language service, which runs in a worker: typing does not wait for it. */
export class Service {
  private worker = startWorker();
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** @param failed gets what to say to the user when a call has failed */
  constructor(private readonly failed: (message: string) => void) {
    this.listen();
  }

  /** The answer to a call; undefined if it has failed, of which the user is told. */
  ask<M extends Method>(
    method: M,
    params: Calls[M]['params'],
  ): Promise<Calls[M]['result'] | undefined> {
    const id = ++this.last;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.restart(), PATIENCE);
      const end = (result: Calls[M]['result'] | undefined) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(result);
      };
      this.waiting.set(id, {
        answer: ({ data }) => {
          if (data.error !== undefined) this.failed(`This failed, please report it: ${data.error}`);
          end(data.result);
        },
        giveUp: () => end(undefined),
      });
      this.worker.postMessage({ id, method, params });
    });
  }

  private listen(): void {
    this.worker.addEventListener('message', (event) => {
      this.waiting.get(event.data.id)?.answer(event);
    });
  }

  private restart(): void {
    this.worker.terminate();
    this.worker = startWorker();
    this.listen();
    for (const { giveUp } of this.waiting.values()) giveUp();
    this.failed(
      `There was no answer in ${String(PATIENCE / 1000)} seconds, so the check was stopped.`,
    );
  }
}

/**
 * A worker of its own address is not under the Content-Security-Policy of the page. One of a `blob:` is, so it cannot
 * send anything either.
 */
function startWorker(): Worker {
  const program = new URL('worker.js', document.baseURI).href;
  const loader = new Blob([`importScripts(${JSON.stringify(program)});`], {
    type: 'text/javascript',
  });
  const address = URL.createObjectURL(loader);
  const worker = new Worker(address);
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
