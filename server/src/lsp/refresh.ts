import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { inBackground } from './background';

const REQUESTS = {
  codeLens: 'workspace/codeLens/refresh',
  diagnostics: 'workspace/diagnostic/refresh',
  inlayHint: 'workspace/inlayHint/refresh',
};

/** Answers that depend on more than the text of a document: a client requests them again only if it is asked to. */
export type Refreshable = keyof typeof REQUESTS;

/** Asks a client, if it supports this, to repeat requests whose answers have changed without a change of the text. */
export class Refresh {
  constructor(
    private readonly connection: Connection,
    private readonly capabilities: ClientCapabilities,
  ) {}

  /** Whether the client supports being asked for this. */
  reaches(what: Refreshable): boolean {
    return this.capabilities.workspace?.[what]?.refreshSupport === true;
  }

  of(...what: readonly Refreshable[]): void {
    for (const one of what) {
      if (!this.reaches(one)) continue;
      inBackground(this.connection, () => this.connection.sendRequest(REQUESTS[one]));
    }
  }
}
