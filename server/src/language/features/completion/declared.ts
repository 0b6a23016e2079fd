import { effectivePairs, keyText, resolveAlias, type Node } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import type { Schema } from '../../schema/schema';
import { SYSTEM_VARIABLES } from '../../schema/system-variables';
import { propertyIn } from '../place';

/** The environment variables that the properties of the root declare, each name once. */
export function declaredVariables({ root }: Tree, schema: Schema): readonly string[] {
  const mapping = root && resolveAlias(root);
  if (mapping?.kind !== 'mapping') return [];
  const pairs = effectivePairs(mapping);
  const tagOf = (name: string) => textOf(pairs.find((pair) => keyText(pair) === name)?.value);
  const names = pairs.flatMap((pair) => {
    const property = propertyIn(schema, keyText(pair) ?? '', tagOf);
    return property?.schema.items?.shorthand === 'env-entry' ? namesIn(pair.value) : [];
  });
  return [...new Set(names)];
}

/** What every shell has. */
const SHELL_VARIABLES = ['HOME', 'HOSTNAME', 'PATH', 'PWD', 'SHELL', 'USER'];

/** Variables in capital letters that occur as `$NAME` and come from nowhere, each once. */
export function undeclaredVariables(tree: Tree, schema: Schema): readonly string[] {
  const known = new Set([...declaredVariables(tree, schema), ...SHELL_VARIABLES]);
  const used = [...tree.text.matchAll(/\$\{?([A-Z][A-Z0-9_]{0,99})\b/g)].map(
    ([, name = '']) => name,
  );
  const unknown = used.filter((name) => !known.has(name) && !Object.hasOwn(SYSTEM_VARIABLES, name));
  return [...new Set(unknown)];
}

function namesIn(value: Node): string[] {
  const node = resolveAlias(value);
  if (node.kind === 'mapping') return node.pairs.flatMap((pair) => keyText(pair) ?? []);
  if (node.kind !== 'sequence') return [];
  return node.items.flatMap((item) => /^[A-Za-z_]\w*/.exec(textOf(item) ?? '') ?? []);
}

function textOf(value: Node | undefined): string | undefined {
  const node = value && resolveAlias(value);
  return node?.kind === 'scalar' ? node.text : undefined;
}
