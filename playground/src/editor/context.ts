import { Facet, type EditorState } from '@codemirror/state';
import type { Source } from '../protocol';
import type { Service } from '../service';

/** What the parts of the editor ask, and with which version of dstack. */
export interface Context {
  readonly service: Service;
  readonly release: () => string | undefined;
}

/** Gives an editor its context. */
export const context = Facet.define<Context, Context | undefined>({ combine: ([first]) => first });

/** The language service of an editor. Throws if it has none, which is for reading only. */
export function serviceOf(state: EditorState): Service {
  return contextOf(state).service;
}

/** What a call is about: the text of an editor, and the version of dstack. */
export function sourceOf(state: EditorState): Source {
  return { text: state.doc.toString(), release: contextOf(state).release() };
}

function contextOf(state: EditorState): Context {
  const found = state.facet(context);
  if (!found) throw new Error('This editor has no language service.');
  return found;
}
