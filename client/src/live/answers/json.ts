import { cleanText } from '../clean-text';

/** Items of one list that are read. */
const MOST_ITEMS = 10_000;

/** A value of JSON from outside. Each method gives what was asked for, and nothing if the value is something else. */
export class Json {
  constructor(private readonly value: unknown) {}

  /** The value of a property; of what is not an object, nothing. */
  get(key: string): Json {
    const { value } = this;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return NOTHING;
    return new Json(Reflect.get(value, key));
  }

  get list(): readonly Json[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.slice(0, MOST_ITEMS).map((item: unknown) => new Json(item));
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get isObject(): boolean {
    return typeof this.value === 'object' && this.value !== null && !this.isList;
  }

  /** A text without control characters; undefined if it is empty. */
  get text(): string | undefined {
    if (typeof this.value !== 'string') return undefined;
    const text = cleanText(this.value);
    return text === '' ? undefined : text;
  }

  /** The value itself, for comparing. */
  get plain(): unknown {
    return this.value;
  }

  /** The text as it was sent. Only for what is decoded or parsed, never shown. */
  get raw(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  get number(): number | undefined {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : undefined;
  }

  get flag(): boolean | undefined {
    return typeof this.value === 'boolean' ? this.value : undefined;
  }

  /** A time in milliseconds since 1970, from the ISO format. */
  get time(): number | undefined {
    const time = typeof this.value === 'string' ? Date.parse(this.value) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
  }

  /** The properties of an object. */
  get entries(): readonly (readonly [string, Json])[] {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value).map(([key, item]) => [key, new Json(item)] as const);
  }
}

const NOTHING = new Json(undefined);

/** The texts in a list. */
export function textsOf(json: Json): readonly string[] {
  return json.list.flatMap(({ text }) => text ?? []);
}
