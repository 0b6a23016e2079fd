import { isList } from '../base/lookup';
import { toText } from '../pydantic/conversions';
import { effectivePairs, resolveAlias, type Node } from '../yaml/node';

/** Python's `bool(value)` of what YAML makes of a node. */
export function isTruthy(source: Node): boolean {
  const node = resolveAlias(source);
  if (node.kind === 'alias') return true;
  if (node.kind === 'sequence') return node.items.length > 0;
  if (node.kind === 'mapping') return effectivePairs(node).length > 0;
  const { value } = node;
  switch (value.type) {
    case 'null':
      return false;
    case 'bool':
      return value.value;
    case 'int':
    case 'float':
      return Number(value.value) !== 0;
    default:
      return toText(value) !== '';
  }
}

/** Python's `bool(value)` of what dstack's models hold; a mapping is a model there, which is always true. */
export function isTrue(value: unknown): boolean {
  return isList(value) ? value.length > 0 : Boolean(value);
}
