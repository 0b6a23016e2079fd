import {
  isBase64,
  isDateTime,
  pythonFloat,
  pythonInt,
  sexagesimalFloat,
  sexagesimalInt,
} from '../python/scalars';
import { quote, withArticle } from '../base/words';

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar as PyYAML's `SafeLoader` constructs it. */
export type ScalarValue =
  | { readonly type: 'null' }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'timestamp'; readonly text: string }
  /** `text` is the base64 text as it is written. */
  | { readonly type: 'binary'; readonly text: string };

/** Why PyYAML rejects a scalar. */
export interface ScalarError {
  readonly type: 'error';
  readonly code: 'invalid-scalar' | 'yaml-tag';
  readonly message: string;
}

/** The prefix that `!!` is short for. */
export const TAG_PREFIX = 'tag:yaml.org,2002:';

/** The tags that PyYAML finds by itself, and `binary`. */
const TAG = {
  null: `${TAG_PREFIX}null`,
  bool: `${TAG_PREFIX}bool`,
  int: `${TAG_PREFIX}int`,
  float: `${TAG_PREFIX}float`,
  str: `${TAG_PREFIX}str`,
  timestamp: `${TAG_PREFIX}timestamp`,
  binary: `${TAG_PREFIX}binary`,
  merge: `${TAG_PREFIX}merge`,
  value: `${TAG_PREFIX}value`,
  yaml: `${TAG_PREFIX}yaml`,
} as const;

/** The tag of a `<<` that merges mappings. */
export const MERGE_TAG = TAG.merge;

/** The tag of a lone `=`. */
export const VALUE_TAG = TAG.value;

/**
 * The value of a scalar, or why PyYAML rejects it. `tag` is the scalar's explicit tag with its handle resolved
 * (`tag:yaml.org,2002:int` for `!!int`), or `!`. Mirrors `yaml.resolver` and `yaml.constructor.SafeConstructor`.
 */
export function resolveScalar(
  text: string,
  style: ScalarStyle,
  tag?: string,
): ScalarValue | ScalarError {
  const resolved = scalarTag(text, style, tag);
  const construct = CONSTRUCTORS.get(resolved);
  if (!construct) return refuseTag(resolved, text, tag !== undefined && tag !== '!');
  return construct(text) ?? refuseText(text, resolved, tag);
}

/** The full tag of a scalar: its explicit one, else what PyYAML's table of implicit resolvers makes of it. */
export function scalarTag(text: string, style: ScalarStyle, tag?: string): string {
  if (tag !== undefined && tag !== '!') return tag;
  return style === 'plain' || tag === '!' ? implicitTag(text) : TAG.str;
}

/** How users write a tag: `!!int` for `tag:yaml.org,2002:int`. */
export function shortTag(tag: string): string {
  if (tag.startsWith(TAG_PREFIX)) return `!!${tag.slice(TAG_PREFIX.length)}`;
  return tag.startsWith('!') ? tag : `!<${tag}>`;
}

// Python's `$` also matches before a final line break, which a quoted scalar tagged `!` can have.
const FLOAT =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\n?$/;
const INT =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)\n?$/;
const TIMESTAMP =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)\n?$/;
const WORD =
  /^(?:(yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)|(?:~|null|Null|NULL)|(<<)|(=)|([!&*]))\n?$/;
/** By the groups of `WORD`; without a group it is null. */
const WORD_TAGS = [TAG.bool, TAG.merge, TAG.value, TAG.yaml];
const LONGEST_WORD = 6;

function implicitTag(text: string): string {
  if (text === '' || text === '\n') return TAG.null;
  const first = text.charCodeAt(0);
  const digit = first >= 0x30 && first <= 0x39;
  if (digit || first === 0x2b || first === 0x2d || first === 0x2e) {
    if (FLOAT.test(text)) return TAG.float;
    if (first !== 0x2e && INT.test(text)) return TAG.int;
    return digit && TIMESTAMP.test(text) ? TAG.timestamp : TAG.str;
  }
  const word = text.length <= LONGEST_WORD ? WORD.exec(text) : null;
  if (!word) return TAG.str;
  return WORD_TAGS.find((_, group) => word[group + 1]) ?? TAG.null;
}

type Construct = (text: string) => ScalarValue | undefined;

const BOOLEANS = new Map([
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
  ['on', true],
  ['off', false],
]);

/** Each returns undefined if the Python method raises. */
const CONSTRUCTORS: ReadonlyMap<string, Construct> = new Map<string, Construct>([
  [TAG.null, () => ({ type: 'null' })],
  [TAG.str, (text) => ({ type: 'str', value: text })],
  [TAG.bool, constructBool],
  [TAG.int, constructInt],
  [TAG.float, constructFloat],
  [TAG.timestamp, (text) => (isDateTime(text) ? { type: 'timestamp', text } : undefined)],
  [TAG.binary, (text) => (isBase64(text) ? { type: 'binary', text } : undefined)],
]);

function constructBool(text: string): ScalarValue | undefined {
  const value = BOOLEANS.get(text.toLowerCase());
  return value === undefined ? undefined : { type: 'bool', value };
}

function constructInt(text: string): ScalarValue | undefined {
  const { negative, digits } = withoutSign(text.replaceAll('_', ''));
  const value = intFromDigits(digits);
  return value === undefined ? undefined : { type: 'int', value: negative ? -value : value };
}

function intFromDigits(digits: string): bigint | undefined {
  if (digits === '0') return 0n;
  if (digits.startsWith('0b')) return pythonInt(digits.slice(2), 2);
  if (digits.startsWith('0x')) return pythonInt(digits.slice(2), 16);
  if (digits.startsWith('0')) return pythonInt(digits, 8);
  return digits.includes(':') ? sexagesimalInt(digits) : pythonInt(digits, 10);
}

function constructFloat(text: string): ScalarValue | undefined {
  const { negative, digits } = withoutSign(text.replaceAll('_', '').toLowerCase());
  const value = floatFromDigits(digits);
  return value === undefined ? undefined : { type: 'float', value: negative ? -value : value };
}

function floatFromDigits(digits: string): number | undefined {
  if (digits === '.inf') return Infinity;
  if (digits === '.nan') return NaN;
  return digits.includes(':') ? sexagesimalFloat(digits) : pythonFloat(digits);
}

function withoutSign(text: string): { negative: boolean; digits: string } {
  const signed = text.startsWith('-') || text.startsWith('+');
  return { negative: text.startsWith('-'), digits: signed ? text.slice(1) : text };
}

function refuseTag(tag: string, text: string, explicit: boolean): ScalarError {
  if (explicit) return { type: 'error', code: 'yaml-tag', message: unfitTag(tag) };
  const message =
    tag === MERGE_TAG
      ? '`<<` merges a mapping into another and can only be a key. Put it in quotes if it is text.'
      : `A lone \`${text.trim()}\` has a meaning of its own in YAML. Put it in quotes.`;
  return { type: 'error', code: 'invalid-scalar', message };
}

/** The message for a tag that `safe_load` does not know, or not for this kind of value. */
export function unfitTag(tag: string): string {
  return `dstack does not accept the tag ${quote(shortTag(tag))} here. Remove it, or put the value in quotes if it is text.`;
}

const TYPE_WORDS = new Map<string, string>([
  [TAG.bool, 'boolean'],
  [TAG.int, 'integer'],
  [TAG.float, 'number'],
  [TAG.timestamp, 'date'],
  [TAG.binary, 'base64 text'],
]);

function refuseText(text: string, resolved: string, tag: string | undefined): ScalarError {
  const word = TYPE_WORDS.get(resolved) ?? resolved;
  const message =
    tag === undefined || tag === '!'
      ? `YAML reads ${quote(text)} as ${withArticle(word)}, but the value is not valid. Put it in quotes if it is text.`
      : `${quote(text)} cannot be read as ${withArticle(word)}, which the tag ${quote(shortTag(tag))} asks for.`;
  return {
    type: 'error',
    code: 'invalid-scalar',
    message,
  };
}
