import type { Analysis } from '../analysis';
import type { Schema } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import { span, touches, type Span } from '../span';
import { anchorSpan } from '../yaml/anchor';
import { findPair, textSpan, type Node, type ScalarNode } from '../yaml/node';
import type { Tree } from '../yaml/tree';
import { singleQuoted } from './shell-quotes';
import { nodesIn } from './walk';

/** A name at one place of a file. */
export interface Occurrence {
  readonly kind: 'anchor' | 'variable' | 'group';
  readonly role: 'declaration' | 'use';
  /** What it is called; of a group its position. */
  readonly name: string;
  readonly span: Span;
  /** That it stands in single quotes of a shell, which leaves it as it is. */
  readonly quoted?: true;
}

/** `$NAME` and `${NAME` of a shell; `$$` is none. */
const SHELL_USE = /(?<![$\\])\$\{?([A-Za-z_]\w*)/g;
const ENV_REFERENCE = /\$\{\{\s*env\.(\w+)\s*\}\}/g;
const GROUP_REFERENCE = /\$\{\{\s*groups\[(\d+)\]/g;

/**
 * The names that a file declares, with their uses, in the order of the text: anchors and aliases; variables of `env`
 * and `$NAME` in what a shell reads; groups and `groups[N]` in references to them.
 */
export function occurrencesIn({ tree, bound }: Analysis): readonly Occurrence[] {
  const { root, text } = tree;
  if (!root) return [];
  const found: Occurrence[] = groupNames(root);
  for (const { node, pair, isKey } of nodesIn(root)) {
    found.push(...anchorAt(node, tree));
    if (node.kind !== 'scalar') continue;
    const property = pair && bound.propertyOf(pair);
    const schema = isKey ? property : (property ?? bound.schemaOf(node));
    if (!schema) continue;
    if (isKey) {
      if (schema.keyDeclares === 'variable')
        found.push(occurrence('variable', 'declaration', node.text, textOnly(node)));
    } else {
      found.push(...variableEntry(node, schema), ...embeddedUses(node, text, schema));
    }
  }
  // What is empty is no name, and nothing that could be shown or changed.
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

function variableEntry(node: ScalarNode, { shorthand }: Schema): Occurrence[] {
  if (shorthand !== 'env-entry') return [];
  const read = parseShorthand(shorthand, node.value);
  const key = read.ok ? read.parts.find(({ kind }) => kind === 'key') : undefined;
  if (!key) return [];
  const name = node.text.slice(key.start, key.end);
  return [occurrence('variable', 'declaration', name, textSpan(node, key.start, key.end))];
}

function embeddedUses(node: ScalarNode, text: string, { embeds }: Schema): Occurrence[] {
  if (!embeds) return [];
  const uses: Occurrence[] = [];
  const { span: at } = node;
  const source = text.slice(at.start, at.end);
  const quotes = embeds.includes('shell') ? singleQuoted(source, node.style) : [];
  const collect = (kind: Occurrence['kind'], pattern: RegExp) => {
    let next = 0;
    for (const { 0: all, 1: name = '', index } of source.matchAll(pattern)) {
      const start = at.start + index + all.lastIndexOf(name);
      const use = occurrence(kind, 'use', name, span(start, start + name.length));
      // What dstack replaces, it replaces between quotes as well.
      while ((quotes[next]?.end ?? Infinity) < index) next++;
      const quote = quotes[next];
      const quoted = pattern === SHELL_USE && quote && touches(quote, index);
      uses.push(quoted ? { ...use, quoted } : use);
    }
  };
  if (embeds.includes('shell')) collect('variable', SHELL_USE);
  if (embeds.includes('env')) collect('variable', ENV_REFERENCE);
  if (embeds.includes('node-address') || embeds.includes('replica-address')) {
    collect('group', GROUP_REFERENCE);
  }
  return uses;
}

/** The names of the groups, which references call by their position. */
function groupNames(root: Node): Occurrence[] {
  const groups = root.kind === 'mapping' ? findPair(root, 'groups')?.value : undefined;
  if (groups?.kind !== 'sequence') return [];
  return groups.items.flatMap((group, index) => {
    const name = group.kind === 'mapping' ? findPair(group, 'name')?.value : undefined;
    return name?.kind === 'scalar'
      ? [occurrence('group', 'declaration', String(index), textOnly(name))]
      : [];
  });
}

/** A scalar without its quotes. */
function textOnly(node: ScalarNode): Span {
  return textSpan(node, 0, node.text.length);
}
