import type { EditorView } from '@codemirror/view';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Address } from './address';
import { sourceOf } from './editor/context';
import { changesOf } from './editor/positions';
import { byId } from './elements';
import { say } from './say';
import type { Service } from './service';

/** Lets the buttons of the page do what they say, unless the text has changed before the answer. */
export function connectButtons(view: EditorView, service: Service, address: Address): void {
  onClick('fix-all', async () => {
    const { doc } = view.state;
    const change = await service.ask('fixAll', sourceOf(view.state));
    if (view.state.doc !== doc) return;
    if (change) apply(view, change.edits);
    say(change?.title ?? 'There is nothing that can be fixed without a decision.');
  });
  onClick('format', async () => {
    const { doc } = view.state;
    const edits = await service.ask('format', sourceOf(view.state));
    if (!edits || view.state.doc !== doc) return;
    apply(view, edits);
    say(edits.length > 0 ? 'The file is formatted.' : 'The file was formatted already.');
  });
  onClick('copy-link', async () => {
    const link = await address.write();
    if (link === undefined) return;
    say(await copied(link));
  });
}

async function copied(link: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(link);
    return 'The link is copied. It holds the whole file.';
  } catch {
    return 'The browser does not let this page copy. The link is the address of this page.';
  }
}

function apply(view: EditorView, edits: readonly TextEdit[]): void {
  if (edits.length === 0) return;
  view.dispatch({ changes: changesOf(view.state.doc, edits), userEvent: 'input.fix' });
}

function onClick(id: string, act: () => Promise<void>): void {
  byId(id, HTMLButtonElement).addEventListener('click', () => void act());
}
