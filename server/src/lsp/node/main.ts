import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import {
  createConnection,
  type Connection,
  type ConnectionOptions,
} from 'vscode-languageserver/node';
import { join } from 'node:path';
import { DISK } from '../../disk/node-files';
import { Package } from '../../disk/package';
import { describe } from '../failure-log';
import { start } from '../start';
import { Framing, sender } from '../transport/framing';
import { withLastAnswers } from '../transport/last-answers';
import { hasClient, streamsOf, type Streams } from '../transport/streams';
import { IdleMemory } from './idle-memory';

/** In a checkout, the npm package and the extension it is beside the folder of this file. */
const own = new Package(join(__dirname, '..'));

const USAGE = `dstack-language-server is a language server for editors. Start it with --stdio, --socket=PORT or --pipe=NAME.
`;

const isGiven = (...options: readonly string[]) =>
  options.some((option) => process.argv.includes(option));

if (isGiven('--help', '-h')) {
  process.stdout.write(USAGE);
  process.exit(0);
}
if (isGiven('--version', '-V')) {
  process.stdout.write(`dstack-language-server ${own.version}\n`);
  process.exit(0);
}
if (!hasClient(process.argv, process.send !== undefined)) {
  process.stderr.write(USAGE);
  process.exit(2);
}

/** Entry of `dist/server.js`: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`, as LSP clients pass them. */
const connection = start(
  (options, hasShutDown) => {
    const streams = streamsOf(process.argv);
    return streams ? over(streams, options, hasShutDown) : createConnection(options);
  },
  {
    version: own.version,
    pages: own.pagesUri,
    disk: DISK,
    memory: (documents) => new IdleMemory(documents),
  },
);

/** Ends with an error if the input cannot be LSP; pauses reading while the client does not read. */
function over(
  { input, output }: Streams,
  options: ConnectionOptions,
  hasShutDown: () => boolean,
): Connection {
  // No bundled code may write between the messages.
  globalThis.console = new Console(process.stderr);
  for (const stream of [input, output])
    stream.on('error', () => end('the client cannot be reached.'));
  const framing = new Framing((reason) => end(`${reason}. This is not LSP.`), output);
  const { reader, writer } = withLastAnswers(input.pipe(framing), sender(output));
  // The next message can still be read. The error text quotes the message.
  let isTold = false;
  reader.onError(() => {
    if (!isTold) connection.console.error('A message is not JSON.');
    isTold = true;
  });
  // What was written last may still wait for the client.
  reader.onClose(() => output.write('', () => process.exit(hasShutDown() ? 0 : 1)));
  return createConnection(reader, writer, options);
}

function end(reason: string): never {
  writeSync(process.stderr.fd, `dstack-language-server: ${reason}\n`);
  process.exit(1);
}

// Requests and problems are guarded by their handlers. Any other exception must not affect the other documents: it is
// logged, and the server continues.
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => connection.console.error(describe(error)));
}

// Over IPC this is the only sign that the client is gone.
process.on('disconnect', () => process.exit(1));
