import type { InitializeParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Session } from '../session';

/** Edits by the file that they are in. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

export const NO_EDITS: FileEdits = new Map();

/**
 * Makes edits in several files twice: files may have changed unseen since they were read, so those that the first edits
 * are in are read again, and the edits are made from what they hold now.
 */
export async function onFresh<T>(
  { workspace }: Session,
  edit: () => T | Promise<T>,
  editsOf: (found: T) => FileEdits,
): Promise<T> {
  const files = editsOf(await edit());
  await workspace?.readAgain([...files.keys()]);
  return edit();
}

/** An edit of all files at once; for a client that knows versions, of open documents in the version that was read. */
export function workspaceEdit(
  edits: FileEdits,
  { documents }: Session,
  { capabilities }: InitializeParams,
): WorkspaceEdit {
  const files = [...edits].map(([uri, list]): [string, TextEdit[]] => [uri, [...list]]);
  const hasVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  if (!hasVersions) return { changes: Object.fromEntries(files) };
  return {
    documentChanges: files.map(([uri, edits]) => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits,
    })),
  };
}
