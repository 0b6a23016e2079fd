import {
  acceptCompletion,
  autocompletion,
  completionStatus,
  pickedCompletion,
  selectedCompletionIndex,
  setSelectedCompletion,
  snippet,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { Command, EditorView } from '@codemirror/view';
import { element } from '../elements';
import { markdownNodes } from '../markdown';
import type { Suggestion } from '../protocol';
import { serviceOf, sourceOf } from './context';
import { offsetAt, positionAt } from './positions';
import { templateOf, textOf } from './snippet';

/** The characters that ask for suggestions besides those of words, as the language server announces them. */
const TRIGGERS = ' :.,/{[$*"\'';

/**
 * Suggestions of the language service. None is selected before the user selects one: Enter always starts a new line
 * until then.
 */
export function completion(): Extension {
  return autocompletion({
    override: [suggest],
    selectOnOpen: false,
    closeOnBlur: true,
    // Only what the user has selected is accepted, so it needs no delay.
    interactionDelay: 0,
    activateOnTypingDelay: 20,
    icons: false,
    optionClass: ({ type }) => (type === DEPRECATED ? 'cm-deprecated' : ''),
  });
}

const DEPRECATED = 'deprecated';

/** Tab accepts the selected suggestion of an open list, or else the first. */
export const acceptFirst: Command = (view) => {
  if (completionStatus(view.state) !== 'active') return false;
  if (selectedCompletionIndex(view.state) === null)
    view.dispatch({ effects: setSelectedCompletion(0) });
  return acceptCompletion(view);
};

async function suggest({
  state,
  pos,
  explicit,
}: CompletionContext): Promise<CompletionResult | null> {
  const typed = state.sliceDoc(pos - 1, pos);
  const isTrigger = TRIGGERS.includes(typed);
  if (!explicit && !isTrigger && !/\w/.test(typed)) return null;
  const found = await serviceOf(state).ask('complete', {
    ...sourceOf(state),
    position: positionAt(state.doc, pos),
    trigger: !explicit && isTrigger ? typed : undefined,
  });
  if (!found || found.length === 0) return null;
  const starts = found.map(({ edit }) => offsetAt(state.doc, edit.range.start));
  return { from: Math.min(pos, ...starts), filter: false, options: found.map(toOption) };
}

function toOption(suggestion: Suggestion): Completion {
  const { label, detail, documentation, isDeprecated, kind } = suggestion;
  return {
    label,
    type: isDeprecated ? DEPRECATED : kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined
      ? {}
      : { info: () => element('div', { className: 'md' }, markdownNodes(documentation)) }),
    apply: (view, completion) => accept(view, completion, suggestion),
  };
}

function accept(view: EditorView, completion: Completion, suggestion: Suggestion): void {
  const { edit, isSnippet, suggestsNext } = suggestion;
  const { doc } = view.state;
  const from = offsetAt(doc, edit.range.start);
  const to = offsetAt(doc, edit.range.end);
  const indentation = /^\s*/.exec(doc.lineAt(from).text)?.[0] ?? '';
  const template = isSnippet ? templateOf(edit.newText, indentation) : undefined;
  if (template !== undefined) snippet(template)(view, completion, from, to);
  else {
    const insert = isSnippet ? textOf(edit.newText) : edit.newText;
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      annotations: pickedCompletion.of(completion),
      scrollIntoView: true,
      userEvent: 'input.complete',
    });
  }
  if (suggestsNext) startCompletion(view);
}
