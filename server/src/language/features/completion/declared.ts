import type { Analysis } from '../../analysis';
import { effectivePairs, keyText, resolveAlias, type Node } from '../../yaml/node';
import type { Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import type { Schema } from '../../schema/schema';
import { SYSTEM_VARIABLES } from '../../schema/system-variables';
import { occurrencesIn } from '../../names/occurrences';
import { propertyIn } from '../../cursor/property-lookup';
import { nameAtEnd } from './embedded';

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
const SHELL_VARIABLES = [
  'HOME',
  'HOSTNAME',
  'IFS',
  'OLDPWD',
  'PATH',
  'PPID',
  'PWD',
  'RANDOM',
  'SECONDS',
  'SHELL',
  'TERM',
  'UID',
  'USER',
];

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

/**
 * Names that the shell knows in addition to the declared ones: the commands use or set them outside of `writing`, or
 * `writing` ends with a variable of every shell. Each once, at most a hundred. Such a name is complete, even if a longer
 * one begins with it.
 */
export function otherVariables(analysis: Analysis, writing: Span): readonly string[] {
  const written = nameAtEnd(
    analysis.tree.text.slice(writing.start, writing.end).replace(/\}$/, ''),
  );
  const names = new Set(SHELL_VARIABLES.filter((name) => name === written));
  for (const { kind, role, name, span } of occurrencesIn(analysis)) {
    const isElsewhere = span.end <= writing.start || span.start >= writing.end;
    if (kind === 'variable' && role === 'use' && isElsewhere) names.add(name);
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
