import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * How documents are made and changed, for `TextDocuments`. The library's table of lines would be spoilt by a change that
 * begins past the last line, and every change after it would hit another place; so a range is first moved into the text.
 */
export const TEXT_SYNC = {
  create: TextDocument.create,
  update(
    document: TextDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): TextDocument {
    for (const change of changes)
      TextDocument.update(document, [withinText(document, change)], version);
    return TextDocument.update(document, [], version);
  },
};

function withinText(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const [start, end] = [change.range.start, change.range.end].map((position) =>
    document.positionAt(document.offsetAt(position)),
  );
  return start && end ? { range: { start, end }, text: change.text } : change;
}
