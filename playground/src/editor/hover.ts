import { StateEffect, StateField, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import {
  closeHoverTooltips,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  showTooltip,
  type Command,
  type Tooltip,
} from '@codemirror/view';
import { element } from '../elements';
import type { Description } from '../protocol';
import { serviceOf, sourceOf } from './context';
import { descriptionNodes } from './description';
import { offsetAt, positionAt } from './positions';

/**
 * The description of a place: where the mouse rests, and in a box with the focus where the user asks at the cursor. Esc
 * closes either.
 */
export function descriptions(): Extension {
  return [
    box,
    hoverTooltip(atMouse, { hideOnChange: true }),
    keymap.of([
      { key: 'Mod-.', run: describeHere },
      { key: 'Mod-k Mod-i', run: describeHere },
      { key: 'Escape', run: closeAtMouse },
    ]),
  ];
}

const showBox = StateEffect.define<Tooltip | null>();

const box = StateField.define<Tooltip | null>({
  create: () => null,
  update: (shown, { effects, docChanged, selection }) => {
    const effect = effects.find((one) => one.is(showBox));
    if (effect) return effect.value;
    return docChanged || selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

/** Opens the box about the cursor, once the answer is there. */
export const describeHere: Command = (view) => {
  void openBox(view);
  return true;
};

async function openBox(view: EditorView): Promise<void> {
  const { doc, selection } = view.state;
  const { head } = selection.main;
  const description = await describe(view, head);
  // New marks of problems are no reason to stay closed.
  if (!description || !view.state.doc.eq(doc) || !view.state.selection.eq(selection)) return;
  const tooltip = tooltipOf(description, head, 'Problems and documentation here', true);
  view.dispatch({ effects: showBox.of(tooltip) });
}

async function atMouse(view: EditorView, offset: number): Promise<Tooltip | null> {
  const { doc } = view.state;
  const found = await describe(view, offset);
  if (!found || !view.state.doc.eq(doc)) return null;
  if (found.problems.length === 0 && found.documentation === undefined) return null;
  const range = found.problems[0]?.problem.range ?? found.range;
  const tooltip = tooltipOf(found, offset, 'Problems and documentation', false);
  if (!range) return tooltip;
  return { ...tooltip, pos: offsetAt(doc, range.start), end: offsetAt(doc, range.end) };
}

const closeAtMouse: Command = ({ state, dispatch }) => {
  if (!hasHoverTooltips(state)) return false;
  dispatch({ effects: closeHoverTooltips });
  return true;
};

function describe({ state }: EditorView, offset: number): Promise<Description | undefined> {
  const position = positionAt(state.doc, offset);
  return serviceOf(state).ask('describe', { ...sourceOf(state), position });
}

function tooltipOf(description: Description, pos: number, label: string, isBox: boolean): Tooltip {
  return {
    pos,
    above: true,
    create: (view) => {
      const nodes = descriptionNodes(description, view, { withRewrites: isBox });
      const content = nodes.length > 0 ? nodes : ['Nothing is known about this place.'];
      const dom = element('div', { className: 'description', tabIndex: -1 }, content);
      dom.setAttribute('role', 'dialog');
      dom.setAttribute('aria-label', label);
      if (!isBox) return { dom };
      dom.addEventListener('keydown', (event) => onKey(event, view));
      return { dom, mount: () => (dom.querySelector('button') ?? dom).focus() };
    },
  };
}

function onKey(event: KeyboardEvent, view: EditorView): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  view.dispatch({ effects: showBox.of(null) });
  view.focus();
}
