import { coerceScalar } from '../../coerce/coerce';
import { recordOf } from '../../base/lookup';
import { toText } from '../../pydantic/conversions';
import type { JsonValue, Schema } from '../../schema/schema';
import { parseShorthand, type ShorthandName } from '../../shorthand';
import { propertyOf, variantOf } from '../../schema/variant';
import { effectivePairs, resolveAlias, type MappingNode, type Node } from '../../yaml/node';
import type { ScalarValue } from '../../yaml/scalar';

/** Nodes that are converted, since aliases can repeat a node without end. */
const NODE_LIMIT = 30_000;

/** A value as JSON, and the names of the properties that were left out of it. */
export interface Plain {
  readonly value: JsonValue;
  readonly left: readonly string[];
}

/**
 * What YAML 1.1 makes of a node that dstack accepts, as JSON that dstack reads as the same: shorthand as it is written,
 * numbers as the text that Python prints where text is expected. Without what may be secret, and without what is about
 * files of the user's machine. Undefined if JSON has no such value.
 */
export function plain(root: Node, schema: Schema): Plain | undefined {
  const conversion = new Conversion();
  const value = conversion.node(root, schema);
  if (value === undefined || conversion.isEndless) return undefined;
  return { value, left: [...conversion.left] };
}

class Conversion {
  readonly left = new Set<string>();
  private nodes = 0;
  private readonly open = new Set<Node>();

  get isEndless(): boolean {
    return this.nodes > NODE_LIMIT;
  }

  node(source: Node, schema: Schema): JsonValue | undefined {
    const node = resolveAlias(source);
    if (++this.nodes > NODE_LIMIT || this.open.has(node) || node.kind === 'alias') return undefined;
    if (node.kind === 'scalar') return scalar(node.value, schema);
    this.open.add(node);
    const value =
      node.kind === 'mapping'
        ? this.mapping(node, schema)
        : all(node.items.map((item) => this.node(item, schema.items ?? {})));
    this.open.delete(node);
    return value;
  }

  private mapping(node: MappingNode, schema: Schema): JsonValue | undefined {
    const variant = variantOf(schema, node);
    const entries: (readonly [string, JsonValue])[] = [];
    for (const pair of effectivePairs(node)) {
      const key = resolveAlias(pair.key);
      const name = key.kind === 'scalar' ? toText(key.value) : undefined;
      if (name === undefined) return undefined;
      const property = propertyOf(variant, name) ?? {};
      if (property.secret ?? property.unsent) {
        this.left.add(name);
        continue;
      }
      const value = this.node(pair.value, property);
      if (value === undefined) return undefined;
      entries.push([name, value]);
    }
    return recordOf(entries);
  }
}

function all(values: readonly (JsonValue | undefined)[]): readonly JsonValue[] | undefined {
  const found = values.filter((value) => value !== undefined);
  return found.length === values.length ? found : undefined;
}

/** A grammar reads a scalar as it is. */
const AS_IT_IS: Schema = { type: ['null', 'boolean', 'integer', 'number', 'string'] };

function scalar(value: ScalarValue, schema: Schema): JsonValue | undefined {
  const { shorthand } = schema;
  const isField = shorthand === undefined && schema.type !== undefined;
  const held = coerceScalar(value, isField ? schema : AS_IT_IS);
  if (typeof held === 'string' || typeof held === 'boolean' || held === null) return held;
  const isKept = typeof held === 'number' && isExact(held) && isReadAlike(value, held, shorthand);
  return isKept ? held : toText(value);
}

/** Whether a grammar also reads the integer that `8.0` is in JSON of JavaScript. */
function isReadAlike(
  { type }: ScalarValue,
  held: number,
  shorthand: ShorthandName | undefined,
): boolean {
  if (type !== 'float' || shorthand === undefined || !Number.isInteger(held)) return true;
  return parseShorthand(shorthand, { type: 'int', value: BigInt(held) }).ok;
}

/** Whether JSON has the number, and JavaScript all of its digits. */
function isExact(number: number): boolean {
  return Number.isInteger(number) ? Number.isSafeInteger(number) : Number.isFinite(number);
}
