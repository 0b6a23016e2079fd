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

/**
 * Starts the server in a worker of the browser. It has two files, as in Node, and a worker runs one: they are put
 * together, each with the names that it expects around it.
 */
export async function startServerWorker(extension: Uri): Promise<MessageTransports> {
  const read = (path: string) => workspace.fs.readFile(Uri.joinPath(extension, path));
  const [serve, server] = await Promise.all([read('dist/serve.js'), read('dist/web/server.js')]);
  const script = new Blob(
    [
      'const module = { exports: {} };\n(function (module, exports) {',
      new Uint8Array(serve),
      '\n})(module, module.exports);\n(function (require) {',
      new Uint8Array(server),
      '\n})(() => module.exports);\n',
    ],
    { type: 'text/javascript' },
  );
  const url = URL.createObjectURL(script);
  const worker = new Worker(url);
  return { reader: new Reader(worker), writer: new BrowserMessageWriter(worker) };
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
