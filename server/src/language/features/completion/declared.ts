import { effectivePairs, keyText, resolveAlias, type Node } from '../../yaml/node';
import type { Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import type { Schema } from '../../schema/schema';
import { SYSTEM_VARIABLES } from '../../schema/system-variables';
import { propertyIn } from '../../cursor/property-lookup';

/** The environment variables that the properties of the root declare, each name once. */
export function declaredVariables({ root }: Tree, schema: Schema): readonly string[] {
  const mapping = root && resolveAlias(root);
  if (mapping?.kind !== 'mapping') return [];
  const pairs = effectivePairs(mapping);
  const tagOf = (name: string) => textOf(pairs.find((pair) => keyText(pair) === name)?.value);
  const names = pairs.flatMap((pair) => {
    const property = propertyIn(schema, keyText(pair) ?? '', tagOf);
    return property?.schema.items?.textDeclares ? namesIn(pair.value) : [];
  });
  return [...new Set(names)];
}

/** Variables of every shell. */
const SHELL_VARIABLES = ['HOME', 'HOSTNAME', 'PATH', 'PWD', 'SHELL', 'USER'];

/** Variables in capital letters that occur as `$NAME` and are not declared, each once. */
export function undeclaredVariables(tree: Tree, schema: Schema): readonly string[] {
  const known = new Set([...declaredVariables(tree, schema), ...SHELL_VARIABLES]);
  const used = [...tree.text.matchAll(/\$\{?([A-Z][A-Z0-9_]{0,99})\b/g)].map(
    ([, name = '']) => name,
  );
  const unknown = used.filter((name) => !known.has(name) && !Object.hasOwn(SYSTEM_VARIABLES, name));
  return [...new Set(unknown)];
}

/** Maximum number of names; more would not help. */
const MOST_NAMES = 100;

const OCCURRENCE =
  /\$\{?([A-Za-z_]\w{0,99})\b|\b([A-Za-z_]\w{0,99})=|\bfor ([A-Za-z_]\w{0,99}) in\b/g;

/**
 * Names that the shell knows in addition to the declared ones, since the file uses or sets them outside of `writing`:
 * each once, at most a hundred. Such a name is complete, even if a longer one begins with it.
 */
export function otherVariables({ text }: Tree, writing: Span): readonly string[] {
  const names = new Set<string>();
  for (const { index, 1: used, 2: set, 3: loop } of text.matchAll(OCCURRENCE)) {
    const isElsewhere = index < writing.start || index >= writing.end;
    const name = used ?? set ?? loop;
    if (name !== undefined && isElsewhere) names.add(name);
    if (names.size === MOST_NAMES) break;
  }
  return [...names];
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
