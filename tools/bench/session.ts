import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InsertTextMode,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Command,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type Hover,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  type TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';

/** How a language server is started. */
export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The answer when it asks for a section of the settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Its `initializationOptions`. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** As in VS Code, if the servers depend on it. */
export const CLIENT: ClientCapabilities = {
  textDocument: {
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown'],
        preselectSupport: true,
        insertReplaceSupport: true,
        insertTextModeSupport: {
          valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation],
        },
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
      completionList: {
        itemDefaults: [
          'commitCharacters',
          'editRange',
          'insertTextFormat',
          'insertTextMode',
          'data',
        ],
      },
    },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { versionSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } },
      isPreferredSupport: true,
    },
  },
  workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
};

/** A language server in its own process, used over stdio as by an editor. It pushes its problems. */
export class Session {
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly waiting = new Set<() => void>();
  private readonly versions = new Map<string, number>();
  /** The number of configurations that the server has last reported (ours only). */
  configurations = 0;
  /** The capabilities that the server has announced. */
  capabilities: ServerCapabilities = {};

  private constructor(
    private readonly server: ServerCommand,
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params);
      for (const wake of [...this.waiting]) wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => server.settings[section] ?? null),
    );
    connection.onNotification('dstack/status', (status: { configurations: number }) => {
      this.configurations = status.configurations;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
  }

  /** Starts the server; resolves when it has answered `initialize`. `folder` is the path of the workspace. */
  static async start(server: ServerCommand, folder?: string): Promise<Session> {
    const child = spawn(server.command, server.args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const session = new Session(server, child, connection);
    connection.listen();
    const uri = folder === undefined ? null : pathToFileURL(folder).href;
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: uri === null ? null : [{ uri, name: 'bench' }],
      capabilities: CLIENT,
      initializationOptions: server.options,
    });
    session.capabilities = capabilities;
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendNotification('workspace/didChangeConfiguration', {
      settings: server.settings,
    });
    return session;
  }

  /** Resident memory of the server in bytes (Linux only; else 0). */
  get memory(): number {
    try {
      const status = readFileSync(`/proc/${String(this.process.pid)}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      return 0;
    }
  }

  async open(uri: string, text: string, languageId = 'dstack'): Promise<void> {
    this.versions.set(uri, 1);
    this.published.delete(uri);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, ...changes: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    this.published.delete(uri);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: changes,
    });
  }

  async close(uri: string): Promise<void> {
    this.published.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri },
    });
  }

  /** The problems of the document as it is now. Rejects after `limit` milliseconds without any. */
  async diagnostics(uri: string, limit = 60_000): Promise<readonly Diagnostic[]> {
    const current = () => {
      const params = this.published.get(uri);
      // If a server sends no version, it is assumed to be the newest.
      const isCurrent = params?.version === undefined || params.version === this.versions.get(uri);
      return isCurrent ? params?.diagnostics : undefined;
    };
    const known = current();
    if (known) return known;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(wake);
        reject(new Error(`${this.server.name} reported nothing in ${String(limit)} ms`));
      }, limit);
      const wake = () => {
        const found = current();
        if (!found) return;
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve(found);
      };
      this.waiting.add(wake);
    });
  }

  async completion(uri: string, position: Position): Promise<CompletionList> {
    const params = { textDocument: { uri }, position };
    const answer: CompletionItem[] | CompletionList | null = await this.connection.sendRequest(
      CompletionRequest.type,
      params,
    );
    return Array.isArray(answer) || !answer ? { isIncomplete: false, items: answer ?? [] } : answer;
  }

  async hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async format(uri: string): Promise<readonly TextEdit[]> {
    const options = { tabSize: 2, insertSpaces: true };
    const params = { textDocument: { uri }, options };
    return (await this.connection.sendRequest(DocumentFormattingRequest.type, params)) ?? [];
  }

  /** The quick fixes for one problem, in the server's order. */
  async quickFixes(uri: string, problem: Diagnostic): Promise<readonly (CodeAction | Command)[]> {
    const context = { diagnostics: [problem], only: ['quickfix'] };
    const params = { textDocument: { uri }, range: problem.range, context };
    return (await this.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
  }

  /** The fixes that are made without asking, as on saving. */
  async fixAll(uri: string): Promise<readonly (CodeAction | Command)[]> {
    const range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
    const context = { diagnostics: [], only: ['source.fixAll'] };
    const params = { textDocument: { uri }, range, context };
    return (await this.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    this.connection.dispose();
    this.process.kill();
  }
}
