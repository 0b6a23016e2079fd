import type { Connection, Position, ResponseError, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../disk/files';
import type { DiskWorkspace } from '../disk/workspace';
import type { Environment } from '../language';
import type { Analyses } from './documents';
import type { FailureLog } from './failure-log';
import type { Positions } from './positions';
import type { Refresh } from './refresh';
import type { Releases } from './environment/releases';
import type { Settings } from './settings';

/** Names of the error codes of LSP. */
export type RefusalCode = 'RequestFailed' | 'RequestCancelled' | 'InvalidParams' | 'InvalidRequest';

/** An answer that is an error, to a request of any kind. */
export type Refusal = ResponseError<never>;

/** What a session knows: its documents, their analyses and the client's settings. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly analyses: Analyses;
  /** Everything that answers depend on besides the texts of documents. It is replaced as a whole. */
  environment: Environment;
  /** The same for each file, with its release of dstack. */
  readonly releases: Releases;
  /**
   * Makes the error that answers a request, with a message for the user. It comes from the bundle that made the
   * connection, since the connection recognises only its own class of errors.
   */
  readonly refusal: (message: string, code?: RefusalCode) => Refusal;
  /** The end of a document's last change, if it was typed; recorded where documents are changed. */
  readonly typedAt: (document: TextDocument) => Position | undefined;
  /** Every position from the client and to it goes through this. */
  readonly positions: Positions;
  readonly refresh: Refresh;
  /** Writes exceptions to the client's log. */
  readonly failures: FailureLog;
  /** The file systems that the workspace is on. */
  readonly files: Files;
  settings: Settings;
  workspace?: DiskWorkspace;
}
