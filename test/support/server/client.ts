import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { DISK } from '../../../server/src/disk/node-files';
import { start } from '../../../server/src/lsp/start';

/** An LSP client for tests, connected to a server in the same process. */
export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  private readonly waiting: ((params: PublishDiagnosticsParams) => void)[] = [];

  private constructor(
    readonly connection: ProtocolConnection,
    readonly initialized: InitializeResult,
    private readonly stop: () => void,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.waiting.splice(0).forEach((resolve) => resolve(params));
    });
  }

  /** Starts a server in this process and initializes it; `settings` answers `workspace/configuration`, `folder` is
   * the path or URI of the workspace, `locale` the language of the client. `prepare` gets the connection before it is used. */
  static async start(
    capabilities: ClientCapabilities,
    settings?: unknown,
    folder?: string,
    initializationOptions?: unknown,
    prepare?: (client: { readonly connection: ProtocolConnection }) => unknown,
    locale?: string,
  ): Promise<TestClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const server = start((options) => createConnection(toServer, toClient, options), {
      disk: DISK,
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    prepare?.({ connection });
    // The streams stay open: at the end of its input a server ends its process, which here is the test's.
    return TestClient.initialize(
      connection,
      capabilities,
      settings,
      () => server.dispose(),
      folder,
      initializationOptions,
      locale,
    );
  }

  /** Initializes the server at the other end; `end` is called when the client is disposed. */
  static async initialize(
    connection: ProtocolConnection,
    capabilities: ClientCapabilities,
    settings: unknown,
    end: () => void,
    folder?: string,
    initializationOptions?: unknown,
    locale?: string,
  ): Promise<TestClient> {
    connection.onRequest('workspace/configuration', () => [settings]);
    connection.listen();
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      ...(folder === undefined
        ? {}
        : {
            workspaceFolders: [
              { uri: folder.includes('://') ? folder : pathToFileURL(folder).href, name: 'test' },
            ],
          }),
      capabilities,
      initializationOptions,
      ...(locale === undefined ? {} : { locale }),
    });
    const client = new TestClient(connection, result, () => {
      connection.dispose();
      end();
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  async open(uri: string, text: string): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'dstack', version: 1, text },
    });
  }

  async change(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
  }

  /** The next problems that the server sends on its own. */
  nextPublished(): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Ends the server as an editor does, so nothing of it keeps running. */
  dispose(): void {
    void this.shutDown();
  }

  private async shutDown(): Promise<void> {
    try {
      await this.connection.sendRequest(ShutdownRequest.type);
    } catch {
      // It has already ended.
    } finally {
      this.stop();
    }
  }
}
