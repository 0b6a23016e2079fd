import { defined, lookup } from '../base/lookup';
import { mapChildren } from '../schema/children';
import { SCHEMAS } from '../schema';
import { DSTACK_VERSION } from '../schema/dstack-version';
import type { Lacks, Schema } from '../schema/schema';
import { isBefore } from './version';

const KNOWN = new Map<string, typeof SCHEMAS>([[DSTACK_VERSION, SCHEMAS]]);

/** More releases than a workspace has in use at a time. */
const MOST_KNOWN = 8;

/**
 * What a release of dstack knows, as its marks say. The newest release, and newer ones, have the schema as it is. In the
 * schema of an older one, `lacks` says what comes later, and what was removed or deprecated later is neither.
 */
export function schemasAt(release: string): typeof SCHEMAS {
  const key = isBefore(release, DSTACK_VERSION) ? release : DSTACK_VERSION;
  const known = KNOWN.get(key);
  if (known) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(DSTACK_VERSION, SCHEMAS);
  const at = new AtRelease(key);
  const made = {
    configuration: at.schema(SCHEMAS.configuration),
    profiles: at.schema(SCHEMAS.profiles),
  };
  KNOWN.set(key, made);
  return made;
}

class AtRelease {
  /** Parts that occur more than once are made once. */
  private readonly made = new Map<Schema, Schema>();

  constructor(private readonly release: string) {}

  schema(newest: Schema): Schema {
    const known = this.made.get(newest);
    if (known) return known;
    const { removed, deprecated, replacement, former, ...kept } = this.withDefault(
      mapChildren(newest, (child) => this.schema(child)),
    );
    const lacks = this.lacks(newest);
    // It may not be there yet.
    const gone = lacks?.property === undefined && this.later(removed) ? undefined : removed;
    const advised = this.later(deprecated) ? undefined : deprecated;
    const older: Schema = {
      ...(former && !gone ? this.former(former, deprecated) : {}),
      ...kept,
      ...defined({
        removed: gone,
        deprecated: advised,
        replacement: gone || advised ? replacement : undefined,
        lacks: gone ? undefined : lacks,
      }),
      ...this.values(newest),
      ...this.required(newest),
    };
    this.made.set(newest, older);
    return older;
  }

  private withDefault(schema: Schema): Schema {
    const { default: _, defaultDescription: __, formerly, ...others } = schema;
    if (!formerly || !this.later(formerly.until)) return schema;
    const { until: _until, keep: _keep, when: _when, ...former } = formerly;
    return { ...others, ...former, laterDefault: schema };
  }

  /** What the value had to be. Since it was deprecated, its text is not read any more. */
  private former(schema: Schema, deprecated: string | undefined): Schema {
    const { shorthand, ...unread } = this.schema(schema);
    const isRead = !shorthand || !deprecated || this.later(deprecated);
    const former: Schema = isRead ? this.schema(schema) : { ...unread, type: ['string', 'null'] };
    return { ...former, former };
  }

  /** A release that a mark names, if it comes after this one. */
  private later(release: string | undefined): string | undefined {
    return release !== undefined && isBefore(this.release, release) ? release : undefined;
  }

  /** What comes after the release; undefined if it has all. */
  private lacks({
    since,
    valuesSince,
    formsSince,
    textsSince,
    emptySince,
  }: Schema): Lacks | undefined {
    const later = <T extends object>(marks: T | undefined): T | undefined => {
      const found = Object.entries(marks ?? {}).filter(([, one]) => this.later(String(one)));
      return found.length > 0 ? (Object.fromEntries(found) as T) : undefined;
    };
    const lacks: Lacks = defined({
      property: this.later(since),
      values: later(valuesSince),
      forms: later(formsSince),
      texts: this.later(textsSince?.since) ? textsSince : undefined,
      empty: this.later(emptySince),
    });
    return Object.keys(lacks).length > 0 ? lacks : undefined;
  }

  /** The values that the release still has. */
  private values({
    enum: newest = [],
    valuesRemoved = {},
    valuesSince,
  }: Schema): Pick<Schema, 'enum'> {
    const left = Object.entries(valuesRemoved)
      .filter(([value, release]) => this.later(release) && !this.later(lookup(valuesSince, value)))
      .map(([value]) => value);
    return left.length > 0 ? { enum: [...newest, ...left] } : {};
  }

  /** What the release requires, although newer ones do not. */
  private required({ properties = {}, required = [] }: Schema): Pick<Schema, 'required'> {
    const more = Object.entries(properties).flatMap(([name, { optionalSince }]) =>
      this.later(optionalSince) ? name : [],
    );
    return more.length > 0 ? { required: [...required, ...more] } : {};
  }
}
