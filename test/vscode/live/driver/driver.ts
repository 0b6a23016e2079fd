import { createHook } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';

/**
 * An extension beside ours, in the same process: runs functions that tests give it, where they can use VS Code's API. A
 * test suite in its place would change VS Code, which then shows no dialogs.
 */
export function activate(context: vscode.ExtensionContext): void {
  // VS Code takes it out of the environment of the extension host, from which the language server gets its own.
  process.env['NODE_OPTIONS'] = process.env['DSTACK_NODE_OPTIONS'];
  const path = `/${randomUUID()}`;
  const seen = watchExtension(context);
  const server = createServer((request, response) => {
    if (request.url !== path) return void response.writeHead(404).end();
    void answer(request, seen).then((text) => response.end(text));
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${String(port)}${path}`;
    writeFileSync(process.env['DSTACK_DRIVER'] ?? '', address, { mode: 0o600 });
  });
  context.subscriptions.push({ dispose: () => server.close() });
}

/** What is noted of the extension under test. */
interface Seen {
  /** Places of our code that have started timers. */
  readonly timers: string[];
  /** The exit code of each task that has ended, by its name. */
  readonly exits: Record<string, number | undefined>;
  /** The programs of ours that are loaded. */
  readonly loaded: () => string[];
}

function watchExtension({ subscriptions }: vscode.ExtensionContext): Seen {
  const dist = `${process.env['DSTACK_EXTENSION'] ?? ''}/dist/`;
  const seen: Seen = {
    timers: [],
    exits: {},
    loaded: () => Object.keys(require.cache).filter((file) => file.startsWith(dist)),
  };
  const hook = createHook({
    init(_, type) {
      if (type !== 'Timeout') return;
      const place = new Error().stack?.split('\n').find((line) => line.includes(dist));
      if (place !== undefined) seen.timers.push(place.trim());
    },
  });
  hook.enable();
  subscriptions.push(
    { dispose: () => hook.disable() },
    vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      seen.exits[execution.task.name] = exitCode;
    }),
  );
  return seen;
}

/** The result of the function in a request, as JSON: `{ value }` or `{ error }`. */
async function answer(request: IncomingMessage, seen: Seen): Promise<string> {
  try {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { code, argument } = JSON.parse(Buffer.concat(parts).toString()) as {
      readonly code: string;
      readonly argument: unknown;
    };
    const body = new Function(
      'vscode',
      'seen',
      'argument',
      `return (${code})(vscode, argument, seen)`,
    );
    return JSON.stringify({ value: (await body(vscode, seen, argument)) as unknown });
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? error.stack : String(error) });
  }
}
