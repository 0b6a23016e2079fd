import { t, type Severity, type Text, type Translate } from '../../language';
import type { Finding } from '../findings';
import { printedLine, printedPath, printedText } from '../printed';
import { columnsOf } from '../wrap';
import { painter, type Paint } from './colors';
import type { Format } from './format';
import { totals } from './totals';

/** Columns of a line that are shown, and columns before the problem that are shown at least. */
const WIDTH = 100;
const BEFORE = 40;

const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: t('error'),
  warning: t('warning'),
  hint: t('hint'),
};

/** For people: each problem with its line, its fix and the places that have to do with it, and the totals. */
export const full: Format = (findings, files, { all, colors, translate }) => {
  const paint = painter(colors);
  const blocks = findings.map((finding) => block(finding, paint, translate));
  return `${blocks.join('')}${translate(totals(all, files))}\n`;
};

function block(finding: Finding, paint: Paint, translate: Translate): string {
  const { file, line, column, severity, code, message, related, fixes } = finding;
  const place = `${printedPath(file)}:${line}:${column}`;
  const head = `${paint('bold', place)}: ${paint(severity, translate(SEVERITIES[severity]))}: ${printedLine(message)} ${paint('faint', `[${code}]`)}`;
  const note = (text: Text) => `  ${paint('faint', '=')} ${translate(text)}`;
  const [fix] = fixes.filter(({ preferred }) => preferred);
  const lines = [
    head,
    ...excerpt(finding, paint),
    ...(fix ? [note(t('fix: {0}', printedLine(fix.title)))] : []),
    ...related.map((other) =>
      note(
        t(
          'see {0}: {1}',
          `${printedPath(other.file)}:${other.line}:${other.column}`,
          printedLine(other.message),
        ),
      ),
    ),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** The line with a mark below the problem; of a long line the part around it. */
function excerpt(finding: Finding, paint: Paint): readonly string[] {
  const { line, column, endLine, endColumn, severity, excerpt: whole } = finding;
  if (whole.trim() === '') return [];
  const from = column - 1 > WIDTH - BEFORE ? column - 1 - BEFORE : 0;
  const shown = shownText(whole.slice(from, from + WIDTH));
  const before = shownText(whole.slice(from, column - 1));
  const end = endLine === line ? endColumn - 1 : whole.length;
  const marked = shownText(whole.slice(column - 1, Math.min(end, from + WIDTH)));
  const [lead, tail] = [from > 0 ? '…' : '', whole.length > from + WIDTH ? '…' : ''];
  const number = String(line);
  const mark = '^'.repeat(Math.max(1, columnsOf(marked.trimEnd())));
  return [
    `${paint('faint', `${number.padStart(4)} |`)} ${lead}${shown}${tail}`,
    `${paint('faint', `${' '.repeat(Math.max(4, number.length))} |`)} ${' '.repeat(lead.length + columnsOf(before))}${paint(severity, mark)}`,
  ];
}

/** A part of a line without tabs, whose columns depend on their place. */
function shownText(text: string): string {
  return printedText(text).replaceAll('\t', ' ');
}
