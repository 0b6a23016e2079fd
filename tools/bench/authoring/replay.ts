import { listedValues } from '../../../server/src/language/features/completion/listed';
import { SCHEMAS } from '../../../server/src/language/schema';
import type { Sample } from '../../../test/support/oracle/corpus';
import { sitesOf, type Site } from '../../../test/support/generate/text-sites';

/** How many characters of the author's text are already typed. */
export const TYPED = [0, 1, 2] as const;

/** A moment in the writing of a real file: the text so far, the cursor, and what the author wrote there. */
export interface Moment {
  readonly sample: Sample;
  readonly kind: 'key' | 'value';
  /** At the end of a file that is not finished, or within one that is. */
  readonly where: 'end' | 'middle';
  readonly typed: (typeof TYPED)[number];
  /** Without quotes. */
  readonly wanted: string;
  readonly text: string;
  readonly offset: number;
}

/** All moments at which the author of a file wrote a key, or a value of a closed set. */
export function momentsOf(sample: Sample): Moment[] {
  return sitesOf(sample.text, SCHEMAS[sample.kind]).flatMap((site) => [
    ...keyMoments(sample, site),
    ...valueMoments(sample, site),
  ]);
}

function keyMoments(sample: Sample, { key, value, flow, owner, schema }: Site): Moment[] {
  if (!key || flow || !owner || schema?.impossible) return [];
  const wanted = sample.text.slice(key.start, key.end);
  if (!isKnown(owner, wanted)) return [];
  return moments(sample, 'key', wanted, key.start, Math.max(key.end + 1, value.end));
}

function isKnown(owner: NonNullable<Site['owner']>, name: string): boolean {
  const names = [owner, ...(owner.oneOf ?? [])].flatMap(({ properties }) =>
    Object.keys(properties ?? {}),
  );
  return names.includes(name) && !owner.properties?.[name]?.removed;
}

function valueMoments(sample: Sample, { value, shape, flow, schema }: Site): Moment[] {
  if (shape !== 'scalar' || flow || !schema) return [];
  const written = sample.text.slice(value.start, value.end);
  if (!listedValues(schema).some(({ yaml }) => yaml === written)) return [];
  return moments(sample, 'value', written, value.start, value.end);
}

function moments(
  sample: Sample,
  kind: Moment['kind'],
  written: string,
  start: number,
  end: number,
): Moment[] {
  const before = sample.text.slice(0, start);
  const wanted = written.replace(/^(["'])(.*)\1$/, '$2');
  return (['end', 'middle'] as const).flatMap((where) =>
    TYPED.filter((typed) => typed < wanted.length).map((typed) => {
      const text = before + written.slice(0, typed);
      const behind = where === 'middle' ? sample.text.slice(end) : '';
      return { sample, kind, where, typed, wanted, text: text + behind, offset: text.length };
    }),
  );
}
