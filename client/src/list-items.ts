/** What Enter does at the end of the line of a list item. */
export type ListEnter =
  /** The next line starts with this text. */
  | { readonly kind: 'continue'; readonly beginning: string }
  /** The line, which is an item without a value, becomes this indentation. */
  | { readonly kind: 'end'; readonly indentation: string };

const ITEM = /^( *-[ ]+)(\S.*)$/;
const EMPTY_ITEM = /^( *)-[ ]*$/;
/** A text that continues below: a backslash, the header of a block of text, an open bracket or quote. */
const GOES_ON = /\\$|^[|>][-+0-9]*\s*(?:#.*)?$|^[[{](?!.*[\]}]\s*(?:#.*)?$)|^"[^"]*$|^'[^']*$/;
const KEY = /^(?:[\w.-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)/;
const BLOCK_HEADER = /(?:^|[\s:-])[|>][-+0-9]*\s*(?:#.*)?$/;

/**
 * What Enter does at the end of `line` of a YAML text; undefined if the line is not an item of one text, so Enter keeps
 * its usual effect.
 */
export function enterInList(lines: readonly string[], line: number): ListEnter | undefined {
  const text = lines[line] ?? '';
  const [, dashes, value] = ITEM.exec(text) ?? [];
  const [, indentation] = EMPTY_ITEM.exec(text) ?? [];
  if (indentation !== undefined) {
    return isInBlock(lines, line)
      ? undefined
      : { kind: 'end', indentation: ' '.repeat(columnOfKey(lines, line, indentation.length)) };
  }
  if (dashes === undefined || value === undefined) return undefined;
  if (/^#/.test(value) || KEY.test(value) || GOES_ON.test(value)) return undefined;
  return isInBlock(lines, line) ? undefined : { kind: 'continue', beginning: dashes };
}

/** The column of the blanks after the colon of a key without a value; undefined if there are none. */
export function blankAfterKey(lines: readonly string[], line: number): number | undefined {
  const [key] =
    /^\s*(?:- +)*(?:[\w.-]+|"[^"]*"|'[^']*')\s*:(?=[ \t]+$)/.exec(lines[line] ?? '') ?? [];
  return key === undefined || isInBlock(lines, line) ? undefined : key.length;
}

/** Whether a line belongs to a block of text, in which a dash is not an item. */
function isInBlock(lines: readonly string[], line: number): boolean {
  return parentsOf(lines, line).some((parent) => BLOCK_HEADER.test(parent));
}

/** The lines that contain a line, the nearest first: each is less indented than the one before. */
function parentsOf(lines: readonly string[], line: number): string[] {
  const parents: string[] = [];
  let column = indentationOf(lines[line] ?? '');
  for (let at = line - 1; at >= 0 && column > 0; at--) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || indentationOf(text) >= column) continue;
    column = indentationOf(text);
    parents.push(text);
  }
  return parents;
}

/** The column of the key whose value is the list at `column`, which may be the same column; 0 if there is none. */
function columnOfKey(lines: readonly string[], line: number, column: number): number {
  for (let at = line - 1; at >= 0; at--) {
    const text = lines[at] ?? '';
    const isItem = /^ *-(?: |$)/.test(text) && indentationOf(text) === column;
    if (/^\s*(?:#.*)?$/.test(text) || indentationOf(text) > column || isItem) continue;
    return /^ *(?:- +)*/.exec(text)?.[0].length ?? 0;
  }
  return 0;
}

function indentationOf(text: string): number {
  return text.length - text.trimStart().length;
}
