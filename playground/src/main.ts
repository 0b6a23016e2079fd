import type { EditorView } from '@codemirror/view';
import type { Position } from 'vscode-languageserver-types';
import { Address } from './address';
import { chooseColours } from './colours';
import { createEditor, createReader, replaceText } from './editor';
import { positionAt } from './editor/positions';
import { showProblems } from './editor/problems';
import { byId } from './elements';
import { connectButtons } from './buttons';
import { ProblemList } from './problem-list';
import { ReleaseChoice } from './release-choice';
import { say } from './say';
import { Service } from './service';
import { offerStarters } from './starter-choice';

/** Milliseconds without a key after which a line counts as finished, as in the language server. */
const REST = 600;

/** Milliseconds after a change until the text is checked. */
const PAUSE = 60;

const service = new Service(say);
const release = new ReleaseChoice(() => changed(false));
const context = { service, release: () => release.chosen };
const editor = createEditor(byId('editor', HTMLElement), context, changed);
const reader = createReader(byId('resolved', HTMLElement), 'Resolved configuration');
const list = new ProblemList(editor);
const address = new Address();

let checks = 0;
let pause = 0;
let rest = 0;

/** The text or the version has changed: what is shown follows, and the address. */
function changed(isTyped: boolean): void {
  say('');
  clearTimeout(pause);
  clearTimeout(rest);
  const { doc, selection } = editor.state;
  const typedAt = isTyped ? positionAt(doc, selection.main.head) : undefined;
  pause = setTimeout(() => void check(typedAt), PAUSE);
  if (isTyped) rest = setTimeout(() => void check(undefined), REST);
  address.follow({ text: doc.toString(), release: release.chosen });
}

/** Shows the problems and the resolved configuration of the text. Of several checks only the last counts. */
async function check(typedAt: Position | undefined): Promise<void> {
  const number = ++checks;
  const { doc } = editor.state;
  const found = await service.ask('check', {
    text: doc.toString(),
    release: release.chosen,
    typedAt,
  });
  if (!found || number !== checks || !editor.state.doc.eq(doc)) return;
  showProblems(editor, found.problems);
  list.show(found.problems);
  release.show(found.release);
  // What could be read last stays while the text cannot be read.
  if (found.resolved !== undefined || doc.length === 0) replaceText(reader, found.resolved ?? '');
  byId('resolved', HTMLElement).classList.toggle('old', found.resolved === undefined);
}

/** Opens the file of the address. What was written stays if there is none. */
async function openAddress(view: EditorView): Promise<void> {
  const shared = await address.read();
  if (!shared) return;
  release.choose(shared.release);
  replaceText(view, shared.text);
  await check(undefined);
}

async function start(): Promise<void> {
  chooseColours(byId('colours', HTMLButtonElement), [editor, reader]);
  connectButtons(editor, service, address);
  addEventListener('hashchange', () => void openAddress(editor));
  await openAddress(editor);
  await check(undefined);
  await offerStarters(editor, context);
  editor.focus();
}

void start();
