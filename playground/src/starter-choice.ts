import type { EditorView } from '@codemirror/view';
import type { Context } from './editor/context';
import { replaceText } from './editor';
import { byId, element } from './elements';
import { EXAMPLES } from './examples';
import { say } from './say';

/** Fills the list of files to begin with. A chosen file replaces the text, which can be undone. */
export async function offerStarters(
  view: EditorView,
  { service, release }: Context,
): Promise<void> {
  const starters = await service.ask('starters', { release: release() });
  if (!starters) return;
  const select = byId('starter', HTMLSelectElement);
  const files = [
    ...EXAMPLES,
    ...starters.map(({ label, description, text }) => ({
      label: `${label} – ${description}`,
      text,
    })),
  ];
  select.append(
    ...files.map(({ label }, index) => element('option', { value: String(index) }, [label])),
  );
  select.addEventListener('change', () => {
    const chosen = files[Number(select.value)];
    select.value = '';
    if (!chosen) return;
    const hadText = view.state.doc.length > 0;
    replaceText(view, chosen.text);
    say(hadText ? 'The text before is back after Undo (Ctrl+Z).' : '');
    view.focus();
  });
}
