import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours are properties of the page (style.css), which has them for light and dark. */
const COLOURS = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--comment)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--key)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--string)' },
  { tag: tags.content, color: 'var(--value)' },
  { tag: [tags.labelName, tags.typeName, tags.keyword, tags.meta], color: 'var(--anchor)' },
]);

const underline = (colour: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy ${colour} 1px`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '3px',
});

const BOX = {
  color: 'var(--text)',
  backgroundColor: 'var(--raised)',
  border: '1px solid var(--line)',
  borderRadius: '4px',
};

/** How both editors look. */
export function look(): Extension {
  return [
    syntaxHighlighting(COLOURS),
    EditorView.theme({
      '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--paper)' },
      '&.cm-focused': { outline: 'none' },
      '.cm-scroller': { fontFamily: 'var(--mono)', fontSize: '14px', lineHeight: '1.5' },
      '.cm-gutters': {
        color: 'var(--comment)',
        backgroundColor: 'var(--paper)',
        border: 'none',
      },
      '.cm-content': { caretColor: 'var(--text)' },
      '.cm-cursor': { borderLeftColor: 'var(--text)' },
      '& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
        { backgroundColor: 'var(--selection)' },
      '.cm-lintRange-error': underline('var(--error)'),
      '.cm-lintRange-warning': underline('var(--warning)'),
      '.cm-lintRange-hint': underline('var(--hint)'),
      '.cm-tooltip': BOX,
      '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
      '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
        color: 'var(--text)',
        backgroundColor: 'var(--selection)',
      },
      '.cm-completionDetail': { color: 'var(--comment)', fontStyle: 'normal' },
      '.cm-deprecated .cm-completionLabel': { textDecoration: 'line-through' },
      '.cm-completionInfo, .description': {
        maxWidth: '36em',
        maxHeight: '20em',
        overflow: 'auto',
        padding: '6px 10px',
        fontFamily: 'var(--sans)',
        fontSize: '14px',
      },
      '.md p, .md ul, .md ol, .md pre, .problem p': { margin: '4px 0' },
      '.md ul, .md ol': { paddingLeft: '1.4em' },
      code: { fontFamily: 'var(--mono)', fontSize: '13px' },
      '.md pre': { padding: '6px', backgroundColor: 'var(--paper)', overflow: 'auto' },
      a: { color: 'var(--link)' },
      '.problem': { borderLeft: '3px solid var(--hint)', paddingLeft: '8px', marginBottom: '6px' },
      '.problem.error': { borderColor: 'var(--error)' },
      '.problem.warning': { borderColor: 'var(--warning)' },
      '.fixes': { listStyle: 'none', margin: '4px 0', padding: '0' },
      '.fixes button': {
        font: 'inherit',
        color: 'var(--link)',
        background: 'none',
        border: 'none',
        padding: '2px 0',
        cursor: 'pointer',
        textAlign: 'left',
      },
    }),
  ];
}
