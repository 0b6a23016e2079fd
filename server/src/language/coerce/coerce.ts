import { Failures } from '../base/failures';
import { lookup, recordOf } from '../base/lookup';
import { problem, type Problem } from '../problem/problem';
import { allowsType, typesOf, type JsonType, type Schema } from '../schema/schema';
import { propertyOf, variantOf } from '../schema/variant';
import { quote } from '../base/words';
import { parseShorthand, type ShorthandName } from '../shorthand';
import { unplaced, type ShorthandError } from '../shorthand/grammar/grammar';
import { toBoolean, toInteger, toNumber, toText, type Conversion } from '../pydantic/conversions';
import {
  effectivePairs,
  findPair,
  NUMBER_KEY,
  resolveAlias,
  textSpan,
  type MappingNode,
  type Node,
  type ScalarNode,
} from '../yaml/node';
import type { ScalarValue } from '../yaml/scalar';
import { isTruthy } from './truthiness';

/** In place of a scalar that could not be read and has a problem. It has no JSON type: `type` checks fail on it. */
export const UNREADABLE = Symbol('unreadable');

/** In place of a value that no field of dstack accepts, such as a date; it has no problem yet. */
const NOT_JSON = Symbol('not JSON');

export interface Coerced {
  /** The document in dstack's terms: shorthands expanded, scalars converted to what their field holds. */
  readonly value: unknown;
  /** Shorthand that does not parse and keys that are not text. Their places in `value` are `UNREADABLE`. */
  readonly problems: readonly Problem[];
  /** The nodes that `problems` are about; problems that follow from them are not reported. */
  readonly reported: ReadonlySet<Node>;
}

/** Aliases can repeat a node without end; past this many nodes the rest is left out. */
const NODE_LIMIT = 200_000;

/**
 * Converts a document to the value that dstack's models validate, like pydantic's lax mode and the models' "before"
 * validators. What cannot be converted is kept, and the structure check rejects it. A shorthand reader that throws
 * counts as reported.
 */
export function coerce(root: Node, schema: Schema, failures = new Failures()): Coerced {
  const coercion = new Coercion(failures);
  const value = coercion.node(root, schema);
  return { value, problems: coercion.problems, reported: coercion.reported };
}

class Coercion {
  readonly problems: Problem[] = [];
  readonly reported = new Set<Node>();
  private nodes = 0;
  private readonly open = new Set<Node>();

  constructor(private readonly failures: Failures) {}

  node(source: Node, schema: Schema): unknown {
    const node = resolveAlias(source);
    if (++this.nodes > NODE_LIMIT || this.open.has(node)) return UNREADABLE;
    if (node.kind === 'scalar') return this.scalar(node, schema, source);
    if (node.kind === 'alias') return UNREADABLE;
    this.open.add(node);
    const value =
      node.kind === 'mapping'
        ? this.mapping(node, schema)
        : allowsType(schema, 'array')
          ? node.items.map((item) => this.node(item, schema.items ?? {}))
          : [];
    this.open.delete(node);
    return value;
  }

  /** @param source the scalar itself, or an alias for it, which is where a problem is then */
  private scalar(node: ScalarNode, schema: Schema, source: Node): unknown {
    if (schema.shorthand === undefined) return coerceScalar(node.value, schema);
    const { shorthand } = schema;
    const read = this.failures.attempt(
      `shorthand ${shorthand}`,
      () => parseShorthand(shorthand, node.value),
      undefined,
    );
    if (!read) {
      this.reported.add(source);
      return UNREADABLE;
    }
    // If the text is not in the source as it is, a part of it has no place there.
    const parsed = node.textStart === undefined ? unplaced(read, node.text) : read;
    if (parsed.ok) return parsed.value;
    // An older release has what was removed later.
    if (schema.valuesRemoved && schema.enum?.includes(node.text)) return node.text;
    const error = isContinuedByItem(node)
      ? swallowed(parsed.error)
      : (brokenByBlock(node, shorthand, parsed.error) ?? parsed.error);
    const { code, message, start = 0, end = node.text.length, ...extra } = error;
    // What is wrong where it is written is not reported again at its aliases.
    if (source === node)
      this.problems.push(problem(code, textSpan(node, start, end), message, extra));
    else if (!this.reported.has(node))
      this.problems.push(
        problem(code, source.span, message, ofWhole(extra, node.text, start, end)),
      );
    if (extra.severity === 'warning') return coerceScalar(node.value, schema);
    this.reported.add(source);
    return UNREADABLE;
  }

  private mapping(node: MappingNode, schema: Schema): unknown {
    if (!allowsType(schema, 'object')) return recordOf([]);
    const entries: [string, unknown][] = [];
    const variant = variantOf(schema, node);
    for (const pair of effectivePairs(node)) {
      const key = this.key(pair.key, variant, node);
      if (key === undefined) continue;
      const property = propertyOf(variant, key);
      // An unknown property is rejected by its name; its content does not matter.
      if (!property) entries.push([key, null]);
      else if (!isDropped(pair.value, property, node))
        entries.push([key, this.node(pair.value, property)]);
    }
    return recordOf(entries);
  }

  /** The key as the model gets it: a field name must be text, the key of a free mapping may be a number. */
  private key(source: Node, schema: Schema, mapping: MappingNode): string | undefined {
    const key = resolveAlias(source);
    if (key.kind !== 'scalar') return undefined;
    const free = schema.additionalProperties && !schema.propertyNames;
    const text = free ? toText(key.value) : key.value.type === 'str' ? key.value.value : undefined;
    if (text === undefined) {
      this.problems.push(
        problem(
          'wrong-type',
          source.span,
          `The key \`${key.text}\` must be text: put it in quotes.`,
          free ? { data: { expected: ['string'], given: key.value.type } } : {},
        ),
      );
    }
    // A number and its text are two keys to Python; in an object of JavaScript they would be one.
    const isTwin = text !== undefined && key.value.type !== 'str' && mapping.effective.has(text);
    return isTwin ? text + NUMBER_KEY : text;
  }
}

/** What is said of a part of a text, about all of the text: an alias has no parts. */
function ofWhole<T extends Pick<ShorthandError, 'data'>>(
  extra: T,
  text: string,
  start: number,
  end: number,
): T {
  const suggestion = lookup(extra.data, 'suggestion');
  if (typeof suggestion !== 'string') return extra;
  const whole = text.slice(0, start) + suggestion + text.slice(end);
  return { ...extra, data: { ...extra.data, suggestion: whole } };
}

/** Whether an item continues on the one below it, because that is indented further. */
function isContinuedByItem({ style, text, textStart }: ScalarNode): boolean {
  return style === 'plain' && textStart === undefined && text.includes(' - ');
}

function swallowed({ code, severity }: ShorthandError): ShorthandError {
  const message =
    'The item below is indented further, so YAML reads both as one text. Align the dashes.';
  return { code, message, ...(severity && { severity }) };
}

/** Set if a shorthand is only wrong because it is a block of text, which ends with a line break. */
function brokenByBlock(
  { style, text }: ScalarNode,
  shorthand: ShorthandName,
  { code, severity }: ShorthandError,
): ShorthandError | undefined {
  if (style !== 'literal' && style !== 'folded') return undefined;
  const value = text.trim();
  const mark = style === 'literal' ? '|' : '>';
  const kept = severity ? { code, severity } : { code };
  if (value === '')
    return { ...kept, message: `The block of text after \`${mark}\` is empty. Write a value.` };
  if (value.includes('\n') || !parseShorthand(shorthand, { type: 'str', value }).ok)
    return undefined;
  const message = `The block of text after \`${mark}\` ends with a line break, which is not part of such a value. Write it on one line: ${quote(value)}.`;
  return { ...kept, message, data: { suggestion: value } };
}

/** Whether dstack drops a value unread, because of another property of its mapping. */
function isDropped(value: Node, schema: Schema, mapping: MappingNode): boolean {
  const { droppedBeside, droppedIfFalseBeside } = schema;
  if (droppedBeside !== undefined) return findPair(mapping, droppedBeside) !== undefined;
  if (droppedIfFalseBeside === undefined || isTruthy(value)) return false;
  const other = findPair(mapping, droppedIfFalseBeside);
  return other !== undefined && isTruthy(other.value);
}

const CONVERSIONS: readonly (readonly [JsonType, Conversion<unknown>])[] = [
  ['integer', toInteger],
  ['number', toNumber],
  ['boolean', toBoolean],
  ['string', toText],
];

/** A scalar as a field of these types holds it: unchanged if it fits, else the first conversion that works. */
export function coerceScalar(scalar: ScalarValue, schema: Schema): unknown {
  const exact = exactValue(scalar, schema);
  if (exact !== undefined) return exact;
  const types = typesOf(schema);
  for (const [type, convert] of CONVERSIONS) {
    const converted = types.includes(type) ? convert(scalar) : undefined;
    if (converted !== undefined) return converted;
  }
  // What the model could not convert to a number must not pass for one: 1e20 has no integer of 64 bits.
  const isNumber = scalar.type === 'int' || scalar.type === 'float';
  return isNumber && allowsType(schema, 'integer') ? NOT_JSON : rawValue(scalar);
}

function exactValue(scalar: ScalarValue, schema: Schema): unknown {
  switch (scalar.type) {
    case 'null':
      return null;
    case 'bool':
      return allowsType(schema, 'boolean') ? scalar.value : undefined;
    case 'int':
      return typesOf(schema).includes('integer') ? toInteger(scalar) : undefined;
    case 'float':
      return allowsType(schema, 'number') ? scalar.value : undefined;
    case 'str':
      return fitsText(scalar.value, schema) ? scalar.value : undefined;
    default:
      return undefined;
  }
}

function fitsText(text: string, schema: Schema): boolean {
  if (!allowsType(schema, 'string')) return false;
  if (schema.enum) return schema.enum.includes(text);
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text);
}

function rawValue(scalar: ScalarValue): unknown {
  switch (scalar.type) {
    case 'null':
      return null;
    case 'int':
      return Number(scalar.value);
    case 'timestamp':
    case 'binary':
      return NOT_JSON;
    default:
      return scalar.value;
  }
}
