import {
  CompletionRequest,
  CompletionTriggerKind,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type Position,
  type ProtocolConnection,
  type ServerCapabilities,
} from 'vscode-languageserver-protocol/node';
import type { Document } from './document';

/** Why a list is requested, in LSP's terms. */
export const INVOKED: CompletionContext = { triggerKind: CompletionTriggerKind.Invoked };
export const INCOMPLETE: CompletionContext = {
  triggerKind: CompletionTriggerKind.TriggerForIncompleteCompletions,
};

/** The context of a list that is requested by typing a trigger character. */
export function triggeredBy(triggerCharacter: string): CompletionContext {
  return { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter };
}

/** A language server as an editor with one open document uses it. */
export interface TypingServer {
  readonly triggerCharacters: ReadonlySet<string>;
  open(uri: string, document: Document): Promise<void>;
  close(): Promise<void>;
  /** Notifies the server of what has changed since the last call. */
  synchronize(document: Document): Promise<void>;
  /** The offers at a position. */
  complete(position: Position, context: CompletionContext): Promise<CompletionList>;
}

/** A server that is used over LSP. */
export class LspServer implements TypingServer {
  readonly triggerCharacters: ReadonlySet<string>;
  private uri = '';
  private version = 0;

  constructor(
    private readonly connection: ProtocolConnection,
    { completionProvider }: ServerCapabilities,
  ) {
    this.triggerCharacters = new Set(completionProvider?.triggerCharacters ?? []);
  }

  async open(uri: string, { text, language }: Document): Promise<void> {
    this.uri = uri;
    this.version = 1;
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: language, version: 1, text },
    });
  }

  async close(): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri },
    });
  }

  async synchronize(document: Document): Promise<void> {
    const contentChanges = document.takeChanges();
    if (contentChanges.length === 0) return;
    this.version++;
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges,
    });
  }

  async complete(position: Position, context: CompletionContext): Promise<CompletionList> {
    const params = {
      textDocument: { uri: this.uri },
      position,
      context,
    };
    const answer: CompletionList | CompletionItem[] | null = await this.connection.sendRequest(
      CompletionRequest.type,
      params,
    );
    return Array.isArray(answer)
      ? { isIncomplete: false, items: answer }
      : (answer ?? { isIncomplete: false, items: [] });
  }
}
