import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Passes requests on to a server, and keeps their methods and paths. */
export class Recorder {
  /** What was requested, as `POST /api/...`. */
  readonly paths: string[] = [];
  /** The header with the release of the client, of each request. */
  readonly versions: (string | undefined)[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** Starts one on a free port of this machine. */
  static async start(target: string): Promise<Recorder> {
    const server = createServer((incoming, outgoing) => {
      recorder.paths.push(`${String(incoming.method)} ${String(incoming.url)}`);
      recorder.versions.push(incoming.headers['x-api-version']?.toString());
      const { method, headers } = incoming;
      const passed = request(target + String(incoming.url), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
        answer.pipe(outgoing);
      });
      passed.on('error', () => outgoing.destroy());
      incoming.pipe(passed);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const recorder = new Recorder(server, `http://127.0.0.1:${String(port)}`);
    return recorder;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
