import type { Analysis } from '../../analysis';
import { toText } from '../../pydantic/conversions';
import { effectivePairs, keyText, resolveAlias, type Node } from '../../yaml/node';
import { code } from '../../meaning/markdown';
import { explainEnvEntry } from '../../meaning/env-entry';

/** The declaration of an environment variable in the file: its place and value. Undefined for others. */
export function declaration({ tree, bound }: Analysis, name: string): string | undefined {
  const root = tree.root && resolveAlias(tree.root);
  if (root?.kind !== 'mapping') return undefined;
  for (const pair of effectivePairs(root)) {
    if (!bound.propertyOf(pair)?.items?.textDeclares) continue;
    const found = entryIn(resolveAlias(pair.value), name);
    if (!found) continue;
    const line = tree.lines.position(found.node.span.start).line + 1;
    return `${found.sentence} See line ${String(line)}, in ${code(keyText(pair) ?? '')}.`;
  }
  return undefined;
}

interface Entry {
  readonly node: Node;
  readonly sentence: string;
}

function entryIn(node: Node, name: string): Entry | undefined {
  if (node.kind === 'mapping') {
    const pair = effectivePairs(node).find((candidate) => keyText(candidate) === name);
    const value = pair && resolveAlias(pair.value);
    if (!pair || value?.kind !== 'scalar') return undefined;
    const text = toText(value.value);
    return {
      node: pair.key,
      sentence: explainEnvEntry(text === undefined ? name : `${name}=${text}`),
    };
  }
  if (node.kind !== 'sequence') return undefined;
  for (const item of node.items) {
    const entry = resolveAlias(item);
    if (entry.kind !== 'scalar' || /^\w*/.exec(entry.text)?.[0] !== name) continue;
    return { node: entry, sentence: explainEnvEntry(entry.text) };
  }
  return undefined;
}
