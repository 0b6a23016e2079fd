import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Schema } from '../schema/schema';
import { typesOf } from '../schema/schema';
import { span, type Span } from '../base/span';
import { truncate } from '../base/words';
import { parseShorthand } from '../shorthand';
import type { PartKind } from '../shorthand/grammar/grammar';
import {
  findPair,
  isEmptyScalar,
  keyText,
  type MappingNode,
  type Node,
  type ScalarNode,
} from '../yaml/node';
import { toRange } from '../base/lsp-range';

/** A longer text is cut; the outline is narrow. */
const LONGEST = 60;

/**
 * The outline of a file (`textDocument/documentSymbol`): the configuration with its type and name, its properties, and
 * the items of lists by what distinguishes them.
 */
export function documentSymbols({ documents }: Analysis): DocumentSymbol[] {
  return documents.flatMap(symbolsOf);
}

function symbolsOf({ tree, bound }: Analysis): DocumentSymbol[] {
  const { root, lines } = tree;
  if (root?.kind !== 'mapping') return [];

  const symbol = (
    name: string,
    kind: SymbolKind,
    range: Span,
    selection: Span,
    node: Node,
    detail?: string,
  ): DocumentSymbol => ({
    name: name.trim() === '' ? '–' : name,
    kind,
    range: toRange(
      span(Math.min(range.start, selection.start), Math.max(range.end, selection.end)),
      lines,
    ),
    selectionRange: toRange(selection, lines),
    ...(detail === undefined || detail === '' ? {} : { detail }),
    children: childrenOf(node),
  });

  const childrenOf = (node: Node): DocumentSymbol[] => {
    if (node.kind === 'mapping') {
      return node.pairs.map((pair) => {
        const key = keyText(pair) ?? '?';
        const { value } = pair;
        const property = bound.propertyOf(pair);
        const range = span(pair.key.span.start, value.span.end);
        const kind = property?.keyDeclares ? SymbolKind.Variable : kindOf(value, property);
        const detail = value.kind === 'mapping' ? nameOf(value) : summary(value);
        return symbol(key, kind, range, pair.key.span, value, withAnchor(value, detail));
      });
    }
    if (node.kind !== 'sequence') return [];
    return node.items.map((item, index) => {
      const schema = bound.schemaOf(item);
      const [variable, value] = item.kind === 'scalar' ? variableOf(item, schema) : [];
      const name = variable ?? itemName(item) ?? String(index);
      const kind = variable === undefined ? kindOf(item, schema) : SymbolKind.Variable;
      return symbol(name, kind, item.span, headOf(item), item, withAnchor(item, value));
    });
  };

  const type = textOf(findPair(root, 'type')?.value);
  if (type === undefined) return childrenOf(root);
  const name = [type, textOf(findPair(root, 'name')?.value)].filter((word) => word).join(' ');
  return [symbol(name, SymbolKind.Module, root.span, headOf(root), root)];
}

/** The variable that an entry declares, and its value. */
function variableOf(
  { text, value }: ScalarNode,
  schema: Schema | undefined,
): readonly [name?: string, value?: string] {
  const read = schema?.shorthand && parseShorthand(schema.shorthand, value);
  if (!read || !read.ok) return [];
  const partOf = (kind: PartKind) => {
    const part = read.parts.find((one) => one.kind === kind);
    return part && text.slice(part.start, part.end);
  };
  const [name, rest] = [partOf('key'), partOf('value')];
  if (name === undefined) return [];
  return rest === undefined ? [name] : [name, shortened(rest)];
}

/** The anchor of a node comes before its detail. */
function withAnchor(node: Node, detail: string | undefined): string | undefined {
  if (node.kind === 'alias' || node.anchor === undefined) return detail;
  return [`&${node.anchor}`, detail].filter((word) => word).join(' ');
}

/** The first line of a mapping is its first key, so the breadcrumb leads there. */
function headOf(node: Node): Span {
  return (
    (node.kind === 'mapping' && node.pairs[0]?.key.span) || span(node.span.start, node.span.start)
  );
}

function kindOf(node: Node, schema: Schema | undefined): SymbolKind {
  if (node.kind === 'mapping') return SymbolKind.Object;
  if (node.kind === 'sequence') return SymbolKind.Array;
  if (node.kind === 'alias') return SymbolKind.Key;
  if (schema?.enum) return SymbolKind.EnumMember;
  if (isEmptyScalar(node)) return SymbolKind.Null;
  if (node.value.type === 'bool') return SymbolKind.Boolean;
  if (node.value.type === 'int' || node.value.type === 'float') return SymbolKind.Number;
  return schema && typesOf(schema).includes('object') ? SymbolKind.Property : SymbolKind.String;
}

/** What distinguishes the item of a list: its text, its name, or its first property. */
function itemName(item: Node): string | undefined {
  return item.kind === 'mapping' ? nameOf(item) : summary(item);
}

function nameOf(mapping: MappingNode): string | undefined {
  const named = textOf(findPair(mapping, 'name')?.value);
  if (named) return named;
  for (const pair of mapping.pairs) {
    const value = textOf(pair.value);
    const key = keyText(pair);
    if (value && key !== undefined) return `${key}: ${value}`;
  }
  return undefined;
}

function summary(node: Node): string | undefined {
  if (node.kind === 'alias') return `*${node.name}`;
  return textOf(node);
}

function textOf(node: Node | undefined): string | undefined {
  if (node?.kind !== 'scalar') return undefined;
  return shortened(node.text);
}

function shortened(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return truncate(line, LONGEST);
}
