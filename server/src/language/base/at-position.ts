import type { Position } from 'vscode-languageserver-types';

/** The parameters of a request about a place in a document (`TextDocumentPositionParams` of LSP). */
export interface AtPosition {
  readonly position: Position;
}
