import { problem, type Problem } from '../problem/problem';
import { span, type Span } from '../base/span';
import type { Node } from './node';
import type { Tree } from './tree';

/** A character that looks like one of YAML's, in a place where YAML's is intended. */
export interface LookAlike {
  readonly span: Span;
  /** The intended character; '' for characters without width. */
  readonly meant: string;
}

const SPACE = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const NO_WIDTH = '\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff';
const DASH = '\\u2010-\\u2015\\u2212\\ufe58\\uff0d';
/** Bullets, with which notes and web pages write lists. */
const BULLET = '\\u00b7\\u2022\\u2023\\u2043\\u25aa\\u25cf\\u25e6';
const IS_BULLET = new RegExp(`[${BULLET}]`, 'gu');
const ANY = new RegExp(
  `[${SPACE}${NO_WIDTH}${DASH}\\u2018-\\u201f\\uff02\\uff07\\uff0c\\uff1a\\uff3b\\uff3d\\uff5b\\uff5d]`,
  'g',
);

/** The margin of a line with its dashes, and the key with its colon and the space after it. */
const MARGIN = new RegExp(
  `^[ \\t${SPACE}${NO_WIDTH}]*(?:[-${DASH}${BULLET}][ \\t${SPACE}${NO_WIDTH}]+)*`,
  'u',
);
const KEY = new RegExp(
  `^["'\\u2018-\\u201f]?[\\w${NO_WIDTH}${DASH}-]+["'\\u2018-\\u201f]?[:\\uff1a](?:[ ${SPACE}${NO_WIDTH}]+|\\r?$)`,
  'u',
);
/** A value in quotes or brackets, or one word. */
const QUOTE = '"\'\\u2018-\\u201f\\uff02\\uff07';
const END = `[\\s${NO_WIDTH}]*(#[^]*)?$`;
const QUOTED = new RegExp(`^[${QUOTE}][^${QUOTE}]*[${QUOTE}]${END}`, 'u');
const IN_BRACKETS = new RegExp(`^[[{\\uff3b\\uff5b].*[\\]}\\uff3d\\uff5d]${END}`, 'u');
const WORD = new RegExp(`^[\\w.:/@${NO_WIDTH}-]+[ ${SPACE}${NO_WIDTH}]*\\r?$`, 'u');

/**
 * The characters of a text that look like those of YAML in places where YAML's are intended: in the margin, around a
 * key and its colon, as quotes or brackets around a whole value, and at its end. In other texts, such as commands, they
 * may be intentional.
 */
export function lookAlikesIn({ text, root }: Tree): readonly LookAlike[] {
  const found = structural(text);
  if (found.length === 0) return found;
  const blocks = blocksIn(root);
  return found.filter(
    ({ span: { start } }) => !blocks.some((block) => block.start <= start && start < block.end),
  );
}

/** Blocks of text, in which every character may be intentional. */
function blocksIn(root: Node | undefined): readonly Span[] {
  const blocks: Span[] = [];
  const pending = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'mapping') pending.push(...node.pairs.map(({ value }) => value));
    else if (node.kind === 'sequence') pending.push(...node.items);
    else if (node.kind === 'scalar' && /^(?:literal|folded)$/.test(node.style))
      blocks.push(node.span);
  }
  return blocks;
}

function structural(text: string): readonly LookAlike[] {
  const found: LookAlike[] = [];
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = start;
  for (const line of text.slice(start).split('\n')) {
    const { margin, end } = structureOf(line);
    const bullets = line.slice(0, margin).matchAll(IS_BULLET);
    for (const { 0: char, index } of [...bullets, ...line.slice(0, end).matchAll(ANY)]) {
      const place = at + index;
      found.push({ span: span(place, place + char.length), meant: meantBy(char) });
    }
    at += line.length + 1;
  }
  return found;
}

/** The length of the margin of a line, and of the part that structures it. */
function structureOf(line: string): { readonly margin: number; readonly end: number } {
  const margin = MARGIN.exec(line)?.[0].length ?? 0;
  const rest = line.slice(margin);
  if (rest.startsWith('#')) return { margin: 0, end: 0 };
  const key = KEY.exec(rest)?.[0].length ?? 0;
  const head = margin + key;
  const value = line.slice(head);
  const found = QUOTED.exec(value) ?? IN_BRACKETS.exec(value) ?? WORD.exec(value);
  const comment = found?.[1]?.length ?? 0;
  return { margin, end: found ? line.length - comment : head };
}

const IS_SPACE = new RegExp(`[${SPACE}]`, 'u');
const IS_NO_WIDTH = new RegExp(`[${NO_WIDTH}]`, 'u');
const IS_DASH = new RegExp(`[${DASH}]`, 'u');

function meantBy(char: string): string {
  if (IS_SPACE.test(char)) return ' ';
  if (IS_NO_WIDTH.test(char)) return '';
  if (IS_DASH.test(char) || char.search(IS_BULLET) === 0) return '-';
  if (/[\u2018-\u201b\uff07]/u.test(char)) return "'";
  if (/[\u201c-\u201f\uff02]/u.test(char)) return '"';
  // The full-width forms have a fixed distance from ASCII.
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
}

const NAMES = new Map([
  [0xa0, 'no-break space'],
  [0x2009, 'thin space'],
  [0x200b, 'zero width space'],
  [0x202f, 'narrow no-break space'],
  [0x3000, 'full-width space'],
  [0x2013, 'en dash'],
  [0x2014, 'em dash'],
  [0x2022, 'bullet'],
  [0x2018, 'curly quote'],
  [0x2019, 'curly quote'],
  [0x201c, 'curly quote'],
  [0x201d, 'curly quote'],
  [0xfeff, 'byte order mark'],
  [0xff0c, 'full-width comma'],
  [0xff1a, 'full-width colon'],
]);

/** An error for each place; adjacent look-alikes are one. */
export function lookAlikeProblems(text: string, found: readonly LookAlike[]): readonly Problem[] {
  const places: { span: Span; meant: string }[] = [];
  for (const { span: at, meant } of found) {
    const last = places.at(-1);
    if (last?.span.end === at.start && text[last.span.start] === text[at.start])
      places[places.length - 1] = { span: span(last.span.start, at.end), meant: last.meant };
    else places.push({ span: at, meant });
  }
  return places.map(({ span: at, meant }) => {
    const code = text.charCodeAt(at.start);
    const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const name =
      NAMES.get(code) ??
      (meant === ' ' ? 'special space' : meant === '' ? 'character without width' : 'look-alike');
    const wanted = meant === ' ' ? 'a space' : meant === '' ? 'nothing' : `\`${meant}\``;
    const message = `${hex} ${name} instead of ${wanted}.`;
    return problem('yaml-syntax', at, message, { data: { meant } });
  });
}
