import type { Analysis } from '../analysis';
import type { Schema } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import { nothingDeclared, shellNames, type Declared, type ShellName } from '../shell';
import { span, type Span } from '../base/span';
import { anchorSpan } from '../yaml/anchor';
import { findPair, type Node, type ScalarNode } from '../yaml/node';
import { sourceMap } from '../yaml/source-map';
import type { Tree } from '../yaml/tree';
import { nodesIn } from '../yaml/walk';

/** A name at one place of a file. */
export interface Occurrence {
  readonly kind: 'anchor' | 'variable' | 'group';
  readonly role: 'declaration' | 'use';
  /** What it is called; of a group its position. */
  readonly name: string;
  readonly span: Span;
  /** That a command gives the variable a value. */
  readonly sets?: true;
  /** Why it cannot have another name, as a sentence. */
  readonly fixed?: string;
}

const ENV_REFERENCE = /\$\{\{\s*env\.(\w+)\s*\}\}/g;
const GROUP_REFERENCE = /\$\{\{\s*groups\[(\d+)\]/g;

/**
 * The names that a file declares, with their uses, in the order of the text: anchors and aliases; variables of `env`
 * and their uses in commands, as the shell reads them (`shellNames`); groups and `groups[N]` in references to them.
 */
export function occurrencesIn({ tree, bound }: Analysis): readonly Occurrence[] {
  const { root, text } = tree;
  if (!root) return [];
  const found: Occurrence[] = groupNames(root, text);
  const declared = nothingDeclared();
  for (const { node, pair, isKey } of nodesIn(root)) {
    found.push(...anchorAt(node, tree));
    if (node.kind !== 'scalar') continue;
    const property = pair && bound.propertyOf(pair);
    const schema = isKey ? property : (property ?? bound.schemaOf(node));
    if (!schema) continue;
    if (isKey) {
      if (schema.keyDeclares === 'variable')
        found.push(occurrence('variable', 'declaration', node.text, textOnly(node, text)));
    } else {
      found.push(
        ...variableEntry(node, text, schema),
        ...references(node, text, schema),
        ...(schema.embeds?.includes('shell') ? shellUses(node, text, declared) : []),
      );
    }
  }
  // An empty text is not a name, and cannot be shown or changed.
  const named = found.filter(({ span: { start, end } }) => start < end);
  return named.sort((a, b) => a.span.start - b.span.start);
}

function occurrence(
  kind: Occurrence['kind'],
  role: Occurrence['role'],
  name: string,
  at: Span,
): Occurrence {
  return { kind, role, name, span: at };
}

function anchorAt(node: Node, tree: Tree): Occurrence[] {
  if (node.kind === 'alias') {
    const { start } = node.span;
    return [occurrence('anchor', 'use', node.name, span(start + 1, start + 1 + node.name.length))];
  }
  const at = anchorSpan(tree, node);
  return at && node.anchor !== undefined
    ? [occurrence('anchor', 'declaration', node.anchor, at)]
    : [];
}

function variableEntry(
  node: ScalarNode,
  text: string,
  { shorthand, textDeclares }: Schema,
): Occurrence[] {
  if (!shorthand || !textDeclares) return [];
  const read = parseShorthand(shorthand, node.value);
  const key = read.ok ? read.parts.find(({ kind }) => kind === 'key') : undefined;
  const at = key && sourceMap(node, text)(key.start, key.end);
  return at ? [occurrence('variable', 'declaration', node.text.slice(key.start, key.end), at)] : [];
}

/** What a shell reads as variables. */
function shellUses(node: ScalarNode, text: string, declared: Declared): Occurrence[] {
  const names = shellNames(node.text, declared);
  if (names.length === 0) return [];
  const placeOf = sourceMap(node, text);
  const uses: Occurrence[] = [];
  for (const found of names) {
    const at = placeOf(found.start, found.end);
    if (!at) continue;
    const use = occurrence('variable', 'use', found.name, at);
    const fixed = whyFixed(found);
    if (fixed !== undefined) uses.push({ ...use, fixed });
    else uses.push(found.role === 'set' ? { ...use, sets: true } : use);
  }
  return uses;
}

function whyFixed({ name, role, split }: ShellName): string | undefined {
  if (split) return `\`${name}\` is written with quotes or backslashes in it at one place.`;
  if (role !== 'passed') return undefined;
  return `A container gets \`${name}\` by this name. Write \`-e ${name}=$${name}\` there before you rename it.`;
}

/** The `${{ }}` that dstack replaces, between quotes as well. */
function references(node: ScalarNode, text: string, { embeds = [] }: Schema): Occurrence[] {
  if (!node.text.includes('${{')) return [];
  const placeOf = sourceMap(node, text);
  const found = (kind: Occurrence['kind'], pattern: RegExp) =>
    [...node.text.matchAll(pattern)].flatMap(({ 0: all, 1: name = '', index }) => {
      const start = index + all.lastIndexOf(name);
      const at = placeOf(start, start + name.length);
      return at ? [occurrence(kind, 'use', name, at)] : [];
    });
  return [
    ...(embeds.includes('env') ? found('variable', ENV_REFERENCE) : []),
    ...(embeds.includes('node-address') || embeds.includes('replica-address')
      ? found('group', GROUP_REFERENCE)
      : []),
  ];
}

/** The names of the groups, which references call by their position. */
function groupNames(root: Node, text: string): Occurrence[] {
  const groups = root.kind === 'mapping' ? findPair(root, 'groups')?.value : undefined;
  if (groups?.kind !== 'sequence') return [];
  return groups.items.flatMap((group, index) => {
    const name = group.kind === 'mapping' ? findPair(group, 'name')?.value : undefined;
    return name?.kind === 'scalar'
      ? [occurrence('group', 'declaration', String(index), textOnly(name, text))]
      : [];
  });
}

/** A scalar without its quotes. */
function textOnly(node: ScalarNode, text: string): Span {
  return sourceMap(node, text)(0, node.text.length) ?? node.span;
}
