import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver-types';
import { Analysis } from '../../../server/src/language/analysis';
import { hover } from '../../../server/src/language/features/hover';
import { table } from '../table';
import { cursorIn } from './cursor';
import { within } from './within';

export interface HoverQuestion {
  readonly uri?: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

export function hoverIn(
  marked: string,
  { uri = 'file:///.dstack.yml', now }: HoverQuestion = {},
): Hover | null {
  const { text, offset } = cursorIn(marked);
  const analysis = new Analysis({ uri, text });
  return hover(within(analysis, now === undefined ? {} : { now: () => now }), {
    position: analysis.tree.lines.position(offset),
  });
}

/** The Markdown of a hover, or '' if there is none. */
export function hoverText(found: Hover | null): string {
  if (!found) return '';
  assert.ok(typeof found.contents === 'object' && 'kind' in found.contents);
  return found.contents.value;
}

/** Checks that a hover at `$0` is about exactly `subject` and that its Markdown contains each of these texts. */
export function checkHover(marked: string, subject: string, ...texts: readonly string[]): void {
  const found = hoverIn(marked);
  const markdown = hoverText(found);
  const { text } = cursorIn(marked);
  const { lines } = new Analysis({ uri: 'file:///.dstack.yml', text }).tree;
  assert.ok(found?.range, `no hover in\n${marked}`);
  assert.equal(text.slice(lines.offset(found.range.start), lines.offset(found.range.end)), subject);
  for (const part of texts) assert.ok(markdown.includes(part), `${part} is not in\n${markdown}`);
}

/** Makes a test of each row: a text with `$0`, the subject of the hover there, and texts that it contains. */
export function hovers(
  name: string,
  rows: readonly (readonly [marked: string, subject: string, ...texts: readonly string[]])[],
): void {
  table(name, rows, (row) => checkHover(...row));
}

/** Checks that a hover at `$0` does not contain this text. */
export function checkNoText(marked: string, text: string): void {
  const markdown = hoverText(hoverIn(marked));
  assert.ok(!markdown.includes(text), `${text} is in\n${markdown}`);
}
