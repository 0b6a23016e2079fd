import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { inBackground } from './background';

const REQUESTS = {
  codeLens: 'workspace/codeLens/refresh',
  diagnostics: 'workspace/diagnostic/refresh',
  inlayHint: 'workspace/inlayHint/refresh',
};

/** What depends on more than the text of a document: a client asks for it again only where it is told to. */
export type Refreshable = keyof typeof REQUESTS;

/** Tells a client, as far as it listens, to ask again for what has changed without a change of the text. */
export class Refresh {
  constructor(
    private readonly connection: Connection,
    private readonly capabilities: ClientCapabilities,
  ) {}

  /** Whether the client asks for something again when it is told to. */
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
