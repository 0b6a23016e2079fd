import { span, type Span } from '../base/span';
import type { Tree } from '../yaml/tree';
import type { Line } from './line';
import { openingOnLine } from './opening';
import { isName } from './word';

/** The parts of an unreadable line that may be unfinished, as spans that end where it continues. */
export function unfinishedSyntax({ text }: Tree, line: Line): readonly Span[] {
  const { before, offset, end, isAtEnd } = line;
  const start = offset - before.length;
  const opening = isAtEnd ? openingOnLine(text, start, end) : undefined;
  return [
    ...unfinishedWord(line),
    ...unfinishedAlias(text, line),
    ...(opening !== undefined && opening < offset ? [span(opening, end)] : []),
  ];
}

/** A property without its colon, or a value that ends with a colon. */
function unfinishedWord({ before, offset, isAtEnd, word }: Line): readonly Span[] {
  const [, name] = isAtEnd ? (/^\s*(?:-\s+)*([A-Za-z_][\w.-]*)$/.exec(before) ?? []) : [];
  if (name !== undefined) return [span(offset - name.length, offset)];
  if (!word) return [];
  const isUnfinished = word.isKey
    ? !word.isComplete && isName(word.text)
    : isAtEnd && /\S:$/.test(before);
  return isUnfinished ? [word.span] : [];
}

/** An alias that is the beginning of an anchor's name. */
function unfinishedAlias(text: string, { before, offset }: Line): readonly Span[] {
  const [alias] = /\*[\w-]*$/.exec(before) ?? [];
  if (alias === undefined || !text.includes(`&${alias.slice(1)}`)) return [];
  return [span(offset - alias.length, offset)];
}
