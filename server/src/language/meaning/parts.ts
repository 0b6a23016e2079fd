import { SHORTHANDS, type ShorthandName } from '../shorthand';
import type { Part, PartKind } from '../shorthand/grammar/grammar';
import { code } from './markdown';

const NAMES: Readonly<Record<PartKind, string>> = {
  vendor: 'vendor',
  name: 'name',
  memory: 'memory',
  count: 'how many',
  arch: 'architecture',
  number: 'number',
  unit: 'unit',
  operator: 'range',
  keyword: 'word',
  'local-port': 'port on your machine',
  'container-port': 'port in the container',
  'local-path': 'path on your machine',
  'instance-path': 'path on the instance',
  path: 'path in the container',
  url: 'address',
  key: 'variable',
  value: 'value',
  user: 'user',
  group: 'group',
  project: 'project',
  minute: 'minute',
  hour: 'hour',
  day: 'day of the month',
  month: 'month',
  day_of_week: 'day of the week',
};

/** What the pieces of a short form are called. */
export function partNames(
  shorthand: ShorthandName | undefined,
): Readonly<Record<PartKind, string>> {
  return { ...NAMES, ...(shorthand && SHORTHANDS[shorthand].partNames) };
}

/** A list of what each piece of a short form is, the one at offset `at` in bold; undefined for a single piece. */
export function partsList(
  text: string,
  parts: readonly Part[],
  at: number | undefined,
  shorthand: ShorthandName | undefined,
): string | undefined {
  const names = partNames(shorthand);
  const pieces = piecesOf(text, parts);
  if (pieces.length < 2) return undefined;
  return pieces
    .map(({ kind, start, end }) => {
      const line = `${code(text.slice(start, end))} – ${names[kind]}`;
      return at !== undefined && start <= at && at <= end ? `- **${line}**` : `- ${line}`;
    })
    .join('\n');
}

/** What means something on its own in a short form, in the order of the text: number, unit and `..` are one piece. */
export function piecesOf(text: string, parts: readonly Part[]): readonly Part[] {
  return joined(parts.filter((part) => !isSeparator(part, text)));
}

/** What stands between the pieces and means nothing on its own. */
function isSeparator({ kind, start, end }: Part, text: string): boolean {
  return kind === 'operator' && text.slice(start, end) !== '..';
}

/** Number, unit and `..` that touch are one piece, called after what they measure. */
function joined(parts: readonly Part[]): Part[] {
  const pieces: Part[] = [];
  for (const { kind, start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    const last = pieces.at(-1);
    if (last?.end !== start) pieces.push({ kind, start, end });
    else
      pieces.splice(-1, 1, {
        kind: last.kind === 'operator' ? kind : last.kind,
        start: last.start,
        end,
      });
  }
  return pieces;
}
