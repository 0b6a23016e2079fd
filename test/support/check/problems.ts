import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import type { Problem } from '../../../server/src/language/problem/problem';
import { Lines } from '../../../server/src/language/base/span';

/** A problem in a text: the columns of its first line, and `code: message` or the beginning of that. */
interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** `#   ^^^^ code: message`. A `#` that touches the first `^` is itself part of what is marked. */
const MARK = /^( *)#( *)(\^+) ([a-z][a-z0-9-]*(?:: .*)?)$/;

/** The problems of a text, without hints on older names of properties, which the files of rules have on purpose. */
function problemsIn(text: string, uri: string): readonly Problem[] {
  return new Analysis({ uri, text }).problems.filter(
    ({ code, severity }) => code !== 'deprecated-key' || severity !== 'hint',
  );
}

/**
 * Checks that a document has exactly the problems that it marks. The line after a problem is `#  ^^^^ code`, or
 * `#  ^^^^ code: beginning of the message`. If a problem has several lines, the first is marked.
 */
export function checkProblems(marked: string, uri = 'file:///.dstack.yml'): void {
  const { lines, marks } = readMarks(marked);
  const found = problemMarks(lines.join('\n'), uri);
  const expected = render(lines, marks);
  // The beginning of a message is enough.
  const shortened = found.map((one) => {
    const mark = marks.find(
      ({ line, start, end, label }) =>
        line === one.line && start === one.start && end === one.end && one.label.startsWith(label),
    );
    return mark ?? one;
  });
  assert.equal(render(lines, shortened), expected);
}

/** A text without the lines that mark problems. */
export function withoutMarks(marked: string): string {
  return readMarks(marked).lines.join('\n');
}

/** The codes of the problems of a document, in the order of the text. */
export function problemCodes(text: string, uri = 'file:///.dstack.yml'): readonly string[] {
  return problemsIn(text, uri).map(({ code }) => code);
}

function readMarks(marked: string) {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const text of marked.split('\n')) {
    const match = MARK.exec(text);
    if (!match) {
      lines.push(text);
      continue;
    }
    const [, indent = '', gap = '', carets = '', label = ''] = match;
    const start = gap === '' ? indent.length : indent.length + 1 + gap.length;
    const end = start + carets.length + (gap === '' ? 1 : 0);
    marks.push({ line: lines.length - 1, start, end, label });
  }
  return { lines, marks };
}

function problemMarks(text: string, uri: string): readonly Mark[] {
  const lines = new Lines(text);
  return problemsIn(text, uri).map(({ code, message, span }) => {
    const { line, character: start } = lines.position(span.start);
    const end = Math.min(span.end, lines.end(line)) - lines.start(line);
    const [first = ''] = message.split('\n');
    return { line, start, end: Math.max(end, start + 1), label: `${code}: ${first}` };
  });
}

function render(lines: readonly string[], marks: readonly Mark[]): string {
  return lines
    .flatMap((text, line) => [
      text,
      ...marks
        .filter((mark) => mark.line === line)
        .map(renderMark)
        .sort(),
    ])
    .join('\n');
}

function renderMark({ start, end, label }: Mark): string {
  const sign =
    start < 2
      ? `${' '.repeat(start)}#${'^'.repeat(end - start - 1)}`
      : `#${' '.repeat(start - 1)}${'^'.repeat(end - start)}`;
  return `${sign} ${label}`;
}
