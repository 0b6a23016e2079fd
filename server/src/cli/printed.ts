import { visible, visibleLine } from '../language';

/**
 * The path of a file as it is printed, on one line. A relative path that starts like an option or like a GitHub
 * workflow command gets the prefix `./`, which names the same file; `-` is standard input.
 */
export function printedPath(path: string): string {
  const line = visibleLine(path);
  return path !== '-' && /^(?:[-:#]|\s)/.test(path) ? `./${line}` : line;
}

/** A text for people on one line: lines of a message are joined by spaces. */
export function printedLine(message: string): string {
  return visibleLine(inOneLine(message));
}

/** A message for people with its lines. */
export function printedMessage(message: string): string {
  return message
    .split(/\r?\n/)
    .map((line) => visibleLine(line))
    .join('\n');
}

/** A line of a file: like `visibleLine`, but tabs are kept, and it does not start like a GitHub workflow command. */
export function printedText(line: string): string {
  const parts = line.split('\t').map((part) => visibleLine(part));
  return parts.join('\t').replace(/^(\s*):(?=:)/, '$1\\u{3a}');
}

/** JSON whose texts have the same values, with escapes for what a terminal must not get. */
export function printedJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => visible(line, inJson));
  return `${text.join('\n')}\n`;
}

/** A character as JSON has it: beyond the first 65,536 by its two halves. */
function inJson(code: number): string {
  const units = String.fromCodePoint(code).split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

function inOneLine(message: string): string {
  if (!message.includes('\n')) return message;
  return message
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}
