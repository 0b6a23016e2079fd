import {
  Analysis,
  formatDocument,
  formatOnType,
  formatRange,
  type FormatSettings,
} from '../../../server/src/language';
import { meaningOf } from '../../../test/support/check/format';
import { checkEdits } from '../places';
import { holds } from '../target';
import { within } from '../../../test/support/check/within';

const SETTINGS: readonly FormatSettings[] = [
  { lists: 'keep', quotes: 'keep' },
  { lists: 'indented', quotes: 'single' },
  { lists: 'flush', quotes: 'double' },
];
const OPTIONS = { tabSize: 2 };

/**
 * Formatting of the file, of some lines and after Enter: it changes no meaning and no comment, and a second run changes
 * nothing.
 */
export function format(text: string): void {
  const before = new Analysis({ uri: 'file:///w/.dstack.yml', text });
  const meaning = JSON.stringify(meaningOf(text), withBigInts);
  for (const settings of SETTINGS) {
    const once = formatted(before, settings);
    checkMeaning(once, meaning, 'formatting');
    const twice = formatted(new Analysis({ uri: before.source.uri, text: once }), settings);
    holds(twice === once, 'formatting twice is formatting once', () => [settings, once, twice]);
    const { count } = before.tree.lines;
    for (let line = 0; line < count; line += 1 + Math.floor(count / 8)) {
      const range = { start: { line, character: 0 }, end: { line: line + 1, character: 1 } };
      for (const [edits, what, last] of [
        [
          formatRange(within(before, { settings: { format: settings } }), {
            range,
            options: OPTIONS,
          }),
          'formatting of lines',
          line + 1,
        ],
        [
          formatOnType(within(before, { settings: { format: settings } }), { position: range.end }),
          'formatting behind Enter',
          line,
        ],
      ] as const) {
        checkMeaning(checkEdits(edits, before, what), meaning, what);
        // An empty line is removed with its line break, up to the start of the next one.
        holds(
          edits.every(({ range: { start, end } }) => {
            const lastTouched =
              end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
            return line <= start.line && lastTouched <= last;
          }),
          `${what} stays in its lines`,
          () => [range, edits],
        );
      }
    }
  }
}

function formatted(analysis: Analysis, settings: FormatSettings): string {
  return checkEdits(
    formatDocument(within(analysis, { settings: { format: settings } }), { options: OPTIONS }),
    analysis,
    'formatting',
  );
}

function checkMeaning(text: string, meaning: string, what: string): void {
  const after = JSON.stringify(meaningOf(text), withBigInts);
  holds(after === meaning, `${what} keeps values and comments`, () => [text, meaning, after]);
}

function withBigInts(_: string, value: unknown): unknown {
  return typeof value === 'bigint' || typeof value === 'number'
    ? `${typeof value} ${String(value)}`
    : value;
}
