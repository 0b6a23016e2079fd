import { span } from '../../base/span';
import type { Edit } from '../../edit/edit';
import { t } from '../../l10n/text';
import type { FixProvider } from '../fix-provider';

/** Characters around a mistake in which its brackets are looked for. */
const REACH = 2000;

/** The end of a value, before white space and a key: `1` in `{A: 1 B: 2}`. */
const BEFORE_KEY = /[^\s,:[{](?=\s+(?:[\w.-]+|"[^"\n]*"|'[^'\n]*') ?:(?:\s|$))/g;

/** The end of a quoted value or of brackets, before another value: `["a" "b"]`. */
const BEFORE_VALUE = /["'\]}](?=\s+["'[{])/g;

/** In brackets: the missing commas, all at once. The author must choose if a value has several words. */
export const addCommas: FixProvider = ({ analysis: { tree }, problem }) => {
  const { text } = tree;
  const { start: at } = problem.span;
  // A bracket that seems to be open may be closed after a missing comma.
  const start = openingBefore(text, /[[{]/.test(text.charAt(at)) ? at + 1 : at);
  if (start === undefined) return [];
  const end = closingAfter(text, start);
  const inside = text.slice(start, end);
  // A comma would be written into the comment.
  if (/\s#/.test(inside)) return [];
  const places = [...inside.matchAll(BEFORE_KEY), ...inside.matchAll(BEFORE_VALUE)];
  const edits = new Map(places.map(({ index }) => [index, commaAt(text, start + index)]));
  if (edits.size === 0) return [];
  const values = [...edits.keys()].map((index) => valueBefore(inside.slice(0, index + 1)));
  const title =
    edits.size === 1
      ? t('Add the missing `{0}`', ',')
      : t('Add the {0} missing commas', edits.size);
  return [
    {
      title,
      edits: [...edits.values()],
      preferred: values.every((value) => !/\s/.test(value)),
      // What YAML could not read was not checked.
      reveals: () => true,
    },
  ];
};

/** The outermost bracket near an offset that is open there; undefined if there is none. */
function openingBefore(text: string, offset: number): number | undefined {
  let depth = 0;
  let found: number | undefined;
  for (let at = offset - 1; at >= Math.max(0, offset - REACH); at--) {
    const char = text.charAt(at);
    if (/[\]}]/.test(char)) depth++;
    else if (/[[{]/.test(char)) {
      if (depth === 0) found = at;
      else depth--;
    }
  }
  return found;
}

/** The offset after the bracket that closes the one at `start`; the end of the line if it is not closed. */
function closingAfter(text: string, start: number): number {
  let depth = 0;
  const end = Math.min(text.length, start + 2 * REACH);
  for (let at = start; at < end; at++) {
    if (/[[{]/.test(text.charAt(at))) depth++;
    if (/[\]}]/.test(text.charAt(at)) && --depth === 0) return at + 1;
  }
  const line = text.indexOf('\n', start);
  return line < 0 ? end : Math.min(line, end);
}

/** A comma after the character at an offset, or instead of a semicolon. */
function commaAt(text: string, offset: number): Edit {
  const isSemicolon = text.charAt(offset) === ';';
  return { span: span(isSemicolon ? offset : offset + 1, offset + 1), newText: ',' };
}

/** The value at the end of a text, from its colon, comma or bracket on. */
function valueBefore(text: string): string {
  const from = Math.max(...[': ', ',', '{', '['].map((mark) => text.lastIndexOf(mark)));
  const value = text.slice(from + 1).trim();
  return /^["'].*["']$/.test(value) ? '' : value;
}
