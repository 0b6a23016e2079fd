import { lookup } from '../base/lookup';
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
    const isUnknown = lacks?.property !== undefined || !this.isLater(removed ?? '');
    const isRemoved = removed !== undefined && isUnknown;
    const isDeprecated = deprecated !== undefined && !this.isLater(deprecated);
    const older: Schema = {
      ...(former && !isRemoved ? this.former(former, deprecated) : {}),
      ...kept,
      ...(isRemoved ? { removed } : {}),
      ...(isDeprecated ? { deprecated } : {}),
      ...(replacement && (isRemoved || isDeprecated) ? { replacement } : {}),
      ...(lacks && !isRemoved ? { lacks } : {}),
      ...this.values(newest),
      ...this.required(newest),
    };
    this.made.set(newest, older);
    return older;
  }

  private withDefault(schema: Schema): Schema {
    const { default: _, defaultDescription: __, defaultSince, ...others } = schema;
    return defaultSince !== undefined && this.isLater(defaultSince) ? others : schema;
  }

  /** What the value had to be. Since it was deprecated, its text is not read any more. */
  private former(schema: Schema, deprecated: string | undefined): Schema {
    const { shorthand, ...unread } = this.schema(schema);
    const isRead = shorthand === undefined || deprecated === undefined || this.isLater(deprecated);
    const former: Schema = isRead ? this.schema(schema) : { ...unread, type: ['string', 'null'] };
    return { ...former, former };
  }

  private isLater(release: string): boolean {
    return isBefore(this.release, release);
  }

  /** What comes after the release; undefined if it has all. */
  private lacks({
    since,
    valuesSince = {},
    formsSince = {},
    textsSince,
    emptySince,
  }: Schema): Lacks | undefined {
    const later = <T extends object>(marks: T): Partial<T> | undefined => {
      const entries = Object.entries(marks).filter(([, release]) => this.isLater(String(release)));
      return entries.length > 0 ? (Object.fromEntries(entries) as Partial<T>) : undefined;
    };
    const property = since !== undefined && this.isLater(since) ? since : undefined;
    const [values, forms] = [later(valuesSince), later(formsSince)];
    const texts = textsSince && this.isLater(textsSince.since) ? textsSince : undefined;
    const empty = emptySince !== undefined && this.isLater(emptySince) ? emptySince : undefined;
    if (property === undefined && !values && !forms && !texts && empty === undefined)
      return undefined;
    return {
      ...(property === undefined ? {} : { property }),
      ...(values ? { values: values as Record<string, string> } : {}),
      ...(forms ? { forms } : {}),
      ...(texts ? { texts } : {}),
      ...(empty === undefined ? {} : { empty }),
    };
  }

  /** The values that the release still has. */
  private values({ enum: values = [], ...marks }: Schema): Pick<Schema, 'enum'> {
    const { valuesRemoved = {}, valuesSince } = marks;
    const left = Object.entries(valuesRemoved).filter(
      ([value, release]) =>
        this.isLater(release) && !this.isLater(lookup<string>(valuesSince, value) ?? ''),
    );
    return left.length > 0 ? { enum: [...values, ...left.map(([value]) => value)] } : {};
  }

  /** What the release requires, although newer ones do not. */
  private required({ properties = {}, required = [] }: Schema): Pick<Schema, 'required'> {
    const more = Object.entries(properties).flatMap(([name, { optionalSince }]) =>
      optionalSince !== undefined && this.isLater(optionalSince) ? name : [],
    );
    return more.length > 0 ? { required: [...required, ...more] } : {};
  }
}
