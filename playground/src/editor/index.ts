import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { acceptFirst, completion } from './completion';
import { context, type Context } from './context';
import { newLine } from './enter';
import { descriptions } from './hover';
import { problemMarks } from './problems';
import { look } from './theme';

/** The editor of the file, in an element that gets a shadow root. `changed` is called for each change of the text, with whether it was typed. */
export function createEditor(
  parent: HTMLElement,
  from: Context,
  changed: (isTyped: boolean) => void,
): EditorView {
  return viewIn(parent, [
    context.of(from),
    history(),
    closeBrackets(),
    completion(),
    descriptions(),
    problemMarks(),
    EditorState.allowMultipleSelections.of(true),
    EditorView.contentAttributes.of({
      'aria-label': 'dstack configuration file',
      'aria-describedby': 'keys',
    }),
    EditorView.updateListener.of(({ docChanged, transactions }) => {
      if (docChanged) changed(transactions.some(isTyped));
    }),
    keymap.of([
      { key: 'Tab', run: acceptFirst },
      { key: 'Enter', run: newLine },
      ...closeBracketsKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ]);
}

const isTyped = (one: Transaction) => one.isUserEvent('input.type') || one.isUserEvent('delete');

/** A text to read, in an element that gets a shadow root. */
export function createReader(parent: HTMLElement, label: string): EditorView {
  return viewIn(parent, [
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label }),
    // Nothing is typed here, so Tab goes on.
    keymap.of(defaultKeymap),
  ]);
}

/** Replaces the text of an editor; it can be undone. What is the same stays, with the cursor. */
export function replaceText(view: EditorView, text: string): void {
  const { doc } = view.state;
  if (doc.toString() === text) return;
  view.dispatch({
    changes: { from: 0, to: doc.length, insert: text },
    selection: { anchor: 0 },
    scrollIntoView: true,
    userEvent: 'input.replace',
  });
}

/** The shadow root takes CodeMirror's style sheets as objects: as elements the Content-Security-Policy forbids them. */
function viewIn(parent: HTMLElement, extensions: Extension): EditorView {
  const root = parent.attachShadow({ mode: 'open' });
  const state = EditorState.create({
    extensions: [
      yaml(),
      indentUnit.of('  '),
      EditorState.tabSize.of(2),
      lineNumbers(),
      drawSelection(),
      bracketMatching(),
      look(),
      extensions,
    ],
  });
  return new EditorView({ state, parent: root, root });
}
