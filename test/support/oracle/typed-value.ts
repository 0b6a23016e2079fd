import { effectivePairs, resolveAlias, type Node } from '../../../server/src/language/yaml/node';
import type { ScalarValue } from '../../../server/src/language/yaml/scalar';

/** A value with its Python type, in the form that test/oracle/yaml_oracle.py writes; but see `normalize`. */
export type Typed = readonly [type: string, ...content: unknown[]];

const MAX_NODES = 20_000;
const LARGE: Typed = ['large'];

/** The value of a tree's root, as we read it. */
export function typedValue(root: Node | undefined): Typed {
  const typer = new Typer();
  return root ? (typer.node(root) ?? LARGE) : ['null'];
}

class Typer {
  private count = 0;
  private readonly open = new Set<Node>();

  /** Undefined if the value is too large to write out. */
  node(source: Node): Typed | undefined {
    const node = resolveAlias(source);
    if (++this.count > MAX_NODES) return undefined;
    if (node.kind === 'scalar') return typedScalar(node.value);
    if (node.kind === 'alias') return ['unknown alias'];
    if (this.open.has(node)) return ['recursive'];
    this.open.add(node);
    const content =
      node.kind === 'sequence'
        ? this.nodes(node.items)
        : this.nodes(effectivePairs(node).flatMap((pair) => [pair.key, pair.value]));
    this.open.delete(node);
    if (!content) return undefined;
    if (node.kind === 'mapping') return ['map', inPairs(content)];
    return [node.tag === 'tag:yaml.org,2002:set' ? 'set' : 'list', content];
  }

  private nodes(nodes: readonly Node[]): Typed[] | undefined {
    const typed: Typed[] = [];
    for (const node of nodes) {
      const value = this.node(node);
      if (!value) return undefined;
      typed.push(value);
    }
    return typed;
  }
}

function inPairs(content: readonly Typed[]): (readonly Typed[])[] {
  return Array.from({ length: content.length / 2 }, (_, i) => content.slice(2 * i, 2 * i + 2));
}

export function typedScalar(value: ScalarValue): Typed {
  switch (value.type) {
    case 'null':
      return ['null'];
    case 'bool':
    case 'str':
      return [value.type, value.value];
    case 'int':
      return [
        'int',
        `${value.value < 0n ? '-' : ''}0x${value.value.toString(16).replace('-', '')}`,
      ];
    case 'float':
      return ['float', Number.isNaN(value.value) ? 'nan' : bits(value.value)];
    case 'timestamp':
      return ['timestamp'];
    case 'binary':
      // Node would also accept the digits of URLs, and end at any `=`.
      return ['binary', Buffer.from(base64Digits(value.text), 'base64').toString('base64')];
  }
}

/** The digits that Python reads: up to padding that completes a group of four. */
function base64Digits(text: string): string {
  let digits = '';
  let padding = 0;
  for (const char of text) {
    const place = digits.length % 4;
    if (char !== '=') {
      if (!/[A-Za-z0-9+/]/.test(char)) continue;
      padding = 0;
      digits += char;
    } else if (place >= 2 && place + ++padding >= 4) break;
  }
  return digits;
}

function bits(value: number): string {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return buffer.toString('hex');
}

/** Text to compare: mappings and sets in order of their keys, and parsed JSON in one spelling. */
export function normalize(value: unknown): string {
  const [type, content] = value as Typed;
  if (type === 'map') {
    const pairs = (content as unknown[][]).map((pair) => pair.map(normalize).join(': '));
    return `{${pairs.sort().join(', ')}}`;
  }
  if (type === 'set') return `set(${(content as unknown[]).map(normalize).sort().join(', ')})`;
  if (type === 'list') return `[${(content as unknown[]).map(normalize).join(', ')}]`;
  return JSON.stringify(value);
}
