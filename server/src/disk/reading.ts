import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../language';

/** What a workspace needs of the open documents. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  analysisOf(document: TextDocument): Analysis;
}

/** Called for each file that is read, with the hash of its text. */
export type ReadListener = (analysis: Analysis, hash: string) => void;

/** A token that reports cancellation by the user. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Folders that were opened and closed. */
export interface FolderChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
