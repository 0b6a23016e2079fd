import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../disk/files';

/** What the program around a server has: that of Node, or that of a worker in a browser. */
export interface Host {
  /** The version of the server. */
  readonly version?: string;
  /** URI of the folder with a page for each problem code. */
  readonly pages?: string;
  /** Absent where only the client reaches files. */
  readonly disk?: Files;
  /** Makes what gives memory back after documents were closed. */
  readonly memory?: (documents: TextDocuments<TextDocument>) => { release(): void };
}
