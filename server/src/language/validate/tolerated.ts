import type { Problem, ProblemCode } from '../problem/problem';
import { asciiDigits } from '../python/python';
import { isBefore } from '../release/version';
import { allowsType, type Schema } from '../schema/schema';
import type { Node, ScalarNode } from '../yaml/node';
import type { ScalarValue } from '../yaml/scalar';

/** A problem with the value that it is about, and what the schema says about that. */
export interface Subject {
  readonly found: Problem;
  readonly node: Node;
  readonly schema: Schema;
}

/** A mistake that releases before `until` accept, and silently read as something else. */
interface Tolerated {
  readonly codes: readonly ProblemCode[];
  /** The release with pydantic 2 if nothing is said. */
  readonly until?: (schema: Schema) => string | undefined;
  /**
   * What those releases read in place of the value, which is then checked; the value itself if they accept it as it is.
   * Undefined for values that they reject as well.
   */
  readonly read: (node: Node, schema: Schema, found: Problem) => Node | undefined;
  /** What those releases make of it, as the end of "dstack 0.20.29 ...". */
  readonly reads: string;
}

/** dstack 0.21.0 went from pydantic 1 to pydantic 2, which converts less. */
export const PYDANTIC_2 = '0.21.0';

const NUMBERS: readonly ProblemCode[] = ['wrong-type', 'port', 'range', 'cpu-shorthand'];

const TOLERATED: readonly Tolerated[] = [
  {
    codes: ['env-entry'],
    read: (node, _, { data }) =>
      data?.['kind'] === 'timestamp' || data?.['kind'] === 'null' ? undefined : node,
    reads: 'accepts it as the name of a variable, or as what comes before `=`',
  },
  {
    codes: ['wrong-type'],
    // A key: the value has another place.
    read: (node, _, { data, span }) =>
      data?.['given'] === 'bool' && span.end <= node.span.start ? node : undefined,
    reads: 'reads the key as `True` or `False`',
  },
  {
    codes: NUMBERS,
    read: (node, schema) => (isNumber(schema) ? cutOff(node) : undefined),
    reads: 'cuts it off to an integer',
  },
  {
    codes: [...NUMBERS, 'gpu-shorthand', 'memory-size'],
    read: (node, schema) => (isNumber(schema) ? otherText(node, asciiDigits) : undefined),
    reads: 'reads the digits of other scripts',
  },
  {
    codes: ['port'],
    read: (node) => otherText(node, usualPort),
    reads: 'accepts 65536, and spaces around a port',
  },
  {
    codes: ['range'],
    until: ({ checkedSince }) => checkedSince,
    read: (node) => otherText(node, (text) => text.replace(/-\d+/g, '0')),
    reads: 'accepts a negative number',
  },
  {
    codes: ['cpu-shorthand'],
    read: (node) =>
      node.kind === 'scalar' && node.value.type === 'int' && node.value.value < 0n
        ? integer(node, 0n)
        : undefined,
    reads: 'accepts a negative number',
  },
  {
    codes: ['wrong-type'],
    until: ({ convertedUntil }) => convertedUntil,
    read: (node) => (isOfType(node, 'bool', 'int', 'float') ? asText(node) : undefined),
    reads: 'reads it as text',
  },
  {
    codes: ['unix-user', 'wrong-type'],
    read: (node, schema, found) =>
      isOfType(node, 'bool') && (found.code === 'unix-user' || allowsType(schema, 'string'))
        ? asText(node)
        : undefined,
    reads: 'reads it as `True` or `False`',
  },
  {
    codes: ['wrong-type'],
    read: (node, schema, found) =>
      allowsType(schema, 'object') && (isEmpty(node) || found.data?.['empty'] === true)
        ? emptyMapping(node)
        : undefined,
    reads: 'reads it as an empty mapping',
  },
  {
    codes: ['missing-key'],
    until: ({ tagSince }) => tagSince,
    read: (node, schema, { data }) =>
      data?.['key'] === schema.discriminator?.propertyName ? node : undefined,
    reads: 'tries the variants one after the other',
  },
  {
    codes: ['mount-point', 'out-of-range'],
    until: ({ checkedSince }) => checkedSince,
    read: (node) => node,
    reads: 'does not check it',
  },
];

/** What a release reads in place of a value that newer ones reject. */
export interface ReadOtherwise {
  /** The problem, as a warning. */
  readonly warning: Problem;
  /** The value itself if it is accepted as it is. */
  readonly read: Node;
}

/** How a release reads what a problem is about; undefined if it is a mistake in that release as well. */
export function readOtherwise(release: string, subject: Subject): ReadOtherwise | undefined {
  const { found, node: given, schema } = subject;
  for (const { codes, until = () => PYDANTIC_2, read, reads } of TOLERATED) {
    const end = until(schema);
    if (end === undefined || !codes.includes(found.code) || !isBefore(release, end)) continue;
    const node = read(given, schema, found);
    if (!node) continue;
    const message = `${found.message} dstack ${release} ${reads}; ${end} rejects it.`;
    const data = { ...found.data, rejectedSince: end };
    return { warning: { ...found, severity: 'warning', message, data }, read: node };
  }
  return undefined;
}

/** Whether the value is an integer, or a shorthand with integers in it. */
function isNumber(schema: Schema): boolean {
  return schema.shorthand !== undefined || allowsType(schema, 'integer');
}

function isOfType(node: Node, ...types: readonly string[]): node is ScalarNode {
  return node.kind === 'scalar' && types.includes(node.value.type);
}

function isEmpty(node: Node): boolean {
  if (node.kind === 'sequence') return node.items.length === 0;
  return node.kind === 'mapping' && node.effective.size === 0;
}

function cutOff(node: Node): Node | undefined {
  if (node.kind !== 'scalar' || node.value.type !== 'float') return undefined;
  const { value } = node.value;
  return Number.isFinite(value) ? integer(node, BigInt(Math.trunc(value))) : undefined;
}

function integer(node: ScalarNode, value: bigint): Node {
  return withText(node, String(value), { type: 'int', value });
}

function asText(node: ScalarNode): Node {
  const { value, text } = node;
  return withText(node, value.type === 'bool' ? (value.value ? 'True' : 'False') : text);
}

/** The scalar with another text, of the same type; undefined if the text is the same. */
function otherText(node: Node, change: (text: string) => string): Node | undefined {
  if (node.kind !== 'scalar') return undefined;
  const text = change(node.text);
  if (text === node.text) return undefined;
  if (node.value.type === 'int') return integer(node, BigInt(text));
  return node.value.type === 'str' ? withText(node, text) : undefined;
}

function withText(
  { textStart: _, lines: __, ...node }: ScalarNode,
  text: string,
  value: ScalarValue = { type: 'str', value: text },
): Node {
  return { ...node, text, value };
}

/** One port less than the largest number that releases with pydantic 1 accept, without spaces around a port. */
function usualPort(text: string): string {
  const port = /^\s*\d+\s*$/.test(text) ? text.trim() : text;
  return /^(?:\d+:|\*:)?\d+$/.test(port) ? port.replace(/\b65536\b/g, '65535') : text;
}

function emptyMapping({ span }: Node): Node {
  return { kind: 'mapping', flow: true, pairs: [], effective: new Map(), span };
}
