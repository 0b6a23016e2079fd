import type {
  Position,
  TextDocumentContentChangeEvent,
  TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hasRange, textAfter, type Replacement } from './many-changes';
import type { Units } from './positions/encoding';

/** Maximum characters that typing or accepting a suggestion adds in one change. */
const MOST_TYPED = 40;

/** Changes that are applied one after the other, each of which may cost as much as the text; more are not typed. */
const MOST_SINGLE = 100;

/** The end of the last change of each document, if it was typed. */
const typed = new WeakMap<TextDocument, Position>();

/**
 * How documents are made and changed, for `TextDocuments`. The ranges of changes count in the client's units. A change
 * that begins past the last line would corrupt the library's table of lines, and every later change would be applied at
 * a wrong place. So a range is first moved into the text.
 */
export function textSync(units: Units): TextDocumentsConfiguration<TextDocument> {
  return {
    create: TextDocument.create,
    update(document, changes, version) {
      if (changes.length > MOST_SINGLE) {
        typed.delete(document);
        const text = textAfter(document.getText(), changes, units);
        return TextDocument.update(document, [{ text }], version);
      }
      const ends = changes.map((given) => {
        // Each change is in the text that those before it have made.
        const change = withinText(document, given, units);
        const end = endOfTyping('range' in change ? change : difference(document, change.text));
        TextDocument.update(document, [change], version);
        return end;
      });
      const [end] = ends.slice(-1);
      if (end && ends.every((other) => other?.line === end.line)) typed.set(document, end);
      else typed.delete(document);
      return TextDocument.update(document, [], version);
    },
  };
}

/**
 * The end of the last change of a document, if it looks typed: short, and on one line. Undefined after opening, pasting and
 * other changes.
 */
export function typedAt(document: TextDocument): Position | undefined {
  return typed.get(document);
}

function endOfTyping({ range: { start, end }, text }: Replacement): Position | undefined {
  const isNothing = text === '' && start.character === end.character;
  if (start.line !== end.line || isNothing) return undefined;
  if (text.length > MOST_TYPED || /[\r\n]/.test(text)) return undefined;
  return { line: start.line, character: start.character + text.length };
}

function withinText(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  units: Units,
): TextDocumentContentChangeEvent {
  if (!hasRange(change)) return { text: change.text };
  const [start, end] = [change.range.start, change.range.end].map(({ line, character }) => {
    const end = { line: line + 1, character: 0 };
    const text = () => document.getText({ start: { line, character: 0 }, end });
    const position = { line, character: units.offset(text, character) };
    return document.positionAt(document.offsetAt(position));
  });
  return start && end ? { range: { start, end }, text: change.text } : change;
}

/** The part of a document that differs from the text that it becomes. */
function difference(document: TextDocument, after: string): Replacement {
  const before = document.getText();
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return {
    range: { start: document.positionAt(start), end: document.positionAt(before.length - end) },
    text: after.slice(start, after.length - end),
  };
}
