import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { toRange } from '../../base/lsp-range';
import type { Edit } from '../../fixes';

/** Edits of one document: of its `version`, if the client knows versions. */
export function workspaceEdit(
  { source: { uri }, tree, environment }: Analysis,
  edits: readonly Edit[],
  version: number | null,
): WorkspaceEdit {
  const changes: TextEdit[] = edits.map(({ span, newText }) => ({
    range: toRange(span, tree.lines),
    newText,
  }));
  if (!environment.client.versionedEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}
