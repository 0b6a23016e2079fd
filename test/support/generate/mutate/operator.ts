import type { Schema } from '../../../../server/src/language/schema/schema';
import type { Random } from '../random';
import type { Range, Site } from '../text-sites';
import { inFlow } from '../property-values';

/** The input of operators: a text, its places, and the schemas to draw from. */
export interface Subject {
  readonly text: string;
  readonly sites: readonly Site[];
  readonly root: Schema;
  readonly random: Random;
}

export type Edit = Range & { readonly insert: string };
export type Operator = (subject: Subject) => Edit | readonly Edit[] | undefined;

export function setValue(site: Site, value: string): Edit {
  const inserted = site.flow ? inFlow(value) : value;
  const behind = site.key && site.shape !== 'scalar' && site.shape !== 'alias';
  return {
    ...site.value,
    insert: behind || (!site.key && value === '') ? ` ${inserted}` : inserted,
  };
}

export function addBeside(
  { text }: Subject,
  site: Site & { key: Range },
  key: string,
  value: string,
): Edit {
  if (site.flow) {
    const at = site.value.end;
    return { start: at, end: at, insert: `, ${key}: ${inFlow(value)}` };
  }
  const { end } = wholeOf(text, site);
  const before = end > 0 && text[end - 1] !== '\n' ? '\n' : '';
  return { start: end, end, insert: `${before}${' '.repeat(site.column)}${key}: ${value}\n` };
}

/** The lines of a block property or item; for a flow one its text with the comma after it. */
export function wholeOf(text: string, site: Site): Range {
  const first = site.key?.start ?? site.value.start;
  if (site.flow) {
    const comma = /^\s*,\s*/.exec(text.slice(site.value.end))?.[0].length ?? 0;
    return { start: first, end: site.value.end + comma };
  }
  const start = text.lastIndexOf('\n', first - 1) + 1;
  const lineBreak = text.indexOf('\n', site.value.end);
  return { start, end: lineBreak < 0 ? text.length : lineBreak + 1 };
}

export function shiftLine(line: string, by: number): string {
  if (by >= 0) return line === '' ? line : ' '.repeat(by) + line;
  return line.slice(Math.min(-by, line.length - line.trimStart().length));
}

export function ensureBreak(text: string): string {
  return text.endsWith('\n') ? text : `\n${text}`;
}

export function pickProperty(
  sites: readonly Site[],
  random: Random,
): (Site & { readonly key: Range }) | undefined {
  const properties = sites.flatMap((site) => (site.key ? { ...site, key: site.key } : []));
  return properties.length > 0 ? random.pick(properties) : undefined;
}
