import { Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/** A worker, as much of it as is used. */
interface Server {
  terminate(): void;
}

declare const Worker: new (url: string) => Server;

/** The files of the server, each of which may require those before it. */
const FILES = ['dist/validators.js', 'dist/serve.js', 'dist/web/server.js'];

/**
 * Starts the server in a worker of the browser. It has several files, as in Node, and a worker runs one: they are put
 * together, each with the names that it expects around it.
 */
export async function startServerWorker(extension: Uri): Promise<MessageTransports> {
  const sources = await Promise.all(
    FILES.map((path) => workspace.fs.readFile(Uri.joinPath(extension, path))),
  );
  const parts = sources.flatMap((source, index) => [
    '{ const module = { exports: {} };\n(function (exports, require) {',
    new Uint8Array(source),
    `\n})(module.exports, (name) => loaded[name]);\nloaded['${nameOf(FILES[index])}'] = module.exports; }\n`,
  ]);
  const script = new Blob(['const loaded = {};\n', ...parts], { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
  const worker = new Worker(url);
  return { reader: new Reader(worker), writer: new BrowserMessageWriter(worker) };
}

/** How another file requires a file. */
function nameOf(path = ''): string {
  return path.replace(/^.*\//, './');
}

/** A worker whose client has gone has nothing more to do. */
class Reader extends BrowserMessageReader {
  constructor(private readonly worker: Server) {
    super(worker);
  }

  override dispose(): void {
    super.dispose();
    this.worker.terminate();
  }
}
