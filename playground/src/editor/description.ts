import type { EditorView } from '@codemirror/view';
import { element, sentence } from '../elements';
import { markdownNodes } from '../markdown';
import type { Change, Description, FixableProblem } from '../protocol';
import { serviceOf } from './context';
import { changesOf } from './positions';

/** The problems of a place with buttons for their fixes, its documentation, and other ways to write it. */
export function descriptionNodes(
  { problems, documentation, rewrites }: Description,
  view: EditorView,
  { withRewrites = false } = {},
): readonly Node[] {
  const nodes: Node[] = problems.map((one) => problemNode(one, view));
  if (documentation !== undefined)
    nodes.push(element('div', { className: 'md' }, markdownNodes(documentation)));
  if (withRewrites && rewrites.length > 0) nodes.push(buttons(rewrites, view));
  return nodes;
}

function problemNode({ problem, fixes }: FixableProblem, view: EditorView): Node {
  const { severity, message, code } = problem;
  return element('div', { className: `problem ${severity}` }, [
    element('p', {}, [element('strong', {}, [`${severity}: `]), ...sentence(message)]),
    ...(fixes.length > 0 ? [buttons(fixes, view)] : []),
    page(code, view),
  ]);
}

/** The page of a problem code, which is asked for when it is opened. */
function page(code: string, view: EditorView): Node {
  const content = element('div', { className: 'md' });
  const details = element('details', {}, [element('summary', {}, [code]), content]);
  details.addEventListener(
    'toggle',
    async () => {
      const text = await serviceOf(view.state).ask('explain', { code });
      content.replaceChildren(...markdownNodes(text ?? 'There is no page about it.'));
    },
    { once: true },
  );
  return details;
}

function buttons(changes: readonly Change[], view: EditorView): Node {
  const { doc } = view.state;
  const items = changes.map(({ title, edits }) => {
    const button = element('button', { type: 'button' }, sentence(title));
    button.addEventListener('click', () => {
      // The text may have changed while the buttons were shown.
      if (!view.state.doc.eq(doc)) return;
      view.dispatch({ changes: changesOf(doc, edits), userEvent: 'input.fix' });
      view.focus();
    });
    return element('li', {}, [button]);
  });
  return element('ul', { className: 'fixes' }, items);
}
