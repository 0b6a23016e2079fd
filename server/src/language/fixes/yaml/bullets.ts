import { span, type Span } from '../../base/span';

/** A line that is to be an item of a list, or that continues one. */
export interface Line {
  readonly span: Span;
  /** The white space before it, from the start of the line or the colon of the property, with its bullet. */
  readonly lead: Span;
  readonly indent: number;
  /** Without the comment at its end. */
  readonly text: string;
  /** Width of the bullet. */
  readonly bullet?: number;
}

/** `* `, `+ `, `1. ` or `1) `, as lists outside YAML have them, and dashes too many. No command begins so. */
const BULLET = /^(?:[*+\u2022]|-{2,3}|[0-9]{1,3}[.)])\s+(?=\S)/;

/** Whether a line begins with a bullet that YAML does not know as one, and a text follows it. */
export function startsWithBullet(text: string): boolean {
  return BULLET.test(text);
}

/** The line after its bullet; itself if it has none. */
export function afterBullet(line: Line): Line {
  const length = BULLET.exec(line.text)?.[0].length ?? 0;
  const start = line.span.start + length;
  return {
    ...line,
    span: span(start, line.span.end),
    lead: span(line.lead.start, start),
    text: line.text.slice(length),
    bullet: length,
  };
}
