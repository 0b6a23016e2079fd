import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import type { Random } from '../../test/support/generate/random';

/** What is typed, pasted, or sent by a client that has lost track. */
export const INSERTED: readonly string[] = [
  ...[
    '',
    '',
    'a',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '  ',
    ': ',
    '- ',
    '#',
    '"',
    "'",
    '😀',
    '\ud83d',
    '\ude00',
  ],
  ...['\t', '\0', '\u2028', 'name: x\n', 'gpu: A100:80GB', 'type: task\n', '*a', '&a ', '|\n', '}'],
];

/** A change as an editor sends it, sometimes with places that do not exist, or with the whole text. */
export function randomChange(text: string, random: Random): TextDocumentContentChangeEvent {
  const inserted = random.pick(INSERTED);
  if (random.chance(0.05)) return { text: inserted + text };
  const lines = text.split(/\r\n|\n|\r/);
  const start = randomPosition(lines, random);
  const end = random.chance(0.5) ? start : randomPosition(lines, random);
  const isOrdered =
    start.line < end.line || (start.line === end.line && start.character <= end.character);
  const range = isOrdered ? { start, end } : { start: end, end: start };
  return { range, text: inserted };
}

function randomPosition(lines: readonly string[], random: Random): Position {
  if (random.chance(0.05))
    return { line: lines.length + random.below(3), character: random.below(9) };
  const line = random.below(lines.length);
  const length = lines[line]?.length ?? 0;
  return { line, character: random.below(length + (random.chance(0.1) ? 9 : 1)) };
}

/**
 * The text after a change, as LSP defines it: a column past the end of its line means the end, and so does a line past
 * the last.
 */
export function changed(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const { start, end } = change.range;
  return text.slice(0, offsetOf(text, start)) + change.text + text.slice(offsetOf(text, end));
}

function offsetOf(text: string, { line, character }: Position): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  if (/[\r\n]$/.test(text) || text === '') lines.push('');
  const own = lines[line];
  if (own === undefined) return text.length;
  const before = lines.slice(0, line).join('').length;
  return before + Math.min(character, own.replace(/[\r\n]+$/, '').length);
}
