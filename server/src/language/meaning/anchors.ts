import { counted, listInWords, truncate } from '../base/words';
import type { Analysis } from '../analysis';
import type { Span } from '../base/span';
import { effectivePairs, keyText, resolveAlias, type Node, type ScalarNode } from '../yaml/node';
import { code, fenced } from './markdown';
import type { Tree } from '../yaml/tree';
import { nodesIn } from '../yaml/walk';

/** More lines of what an anchor holds than help, more characters of a line, and more keys of a mapping. */
const MOST_LINES = 12;
const WIDEST = 120;
const MOST_KEYS = 8;

/** A node that aliases may repeat. */
export type Anchored = Node & { readonly anchor: string };

/**
 * The anchors that an alias at `offset` may name, in the order of the text: those above it. Of a name that is set again
 * it is the last, as YAML has it; what the cursor is in cannot repeat itself.
 */
export function anchorsAbove({ tree }: Analysis, offset: number): readonly Anchored[] {
  if (!tree.root) return [];
  const found = new Map<string, Anchored>();
  for (const { node } of nodesIn(tree.root)) {
    if (!hasAnchor(node) || node.anchor === '' || node.span.start >= offset) continue;
    found.delete(node.anchor);
    if (!encloses(node, offset)) found.set(node.anchor, node);
  }
  return [...found.values()];
}

function hasAnchor(node: Node): node is Anchored {
  return node.anchor !== undefined;
}

/** The end of what is being written may be missing, so that a collection reaches up to what follows it. */
function encloses({ kind, span }: Node, offset: number): boolean {
  return kind !== 'scalar' && span.start < offset && offset <= span.end;
}

const MAX_CONTENT_CHARS = 40;

/** What a node holds, in a few words: `text`, `list of 3`, `type, url`. */
export function contentInWords(node: Node): string {
  const value = resolveAlias(node);
  if (value.kind === 'sequence') return `list of ${String(value.items.length)}`;
  if (value.kind === 'mapping') return keysOf(value).slice(0, MOST_KEYS).join(', ') || 'empty';
  return value.kind === 'scalar' ? shortText(value) : 'unknown';
}

function shortText({ text }: ScalarNode): string {
  const [line = ''] = text.split('\n');
  return truncate(line, MAX_CONTENT_CHARS) || 'empty';
}

function keysOf(node: Node): readonly string[] {
  if (node.kind !== 'mapping') return [];
  return effectivePairs(node).flatMap((pair) => keyText(pair) ?? []);
}

/** Markdown: where an anchor stands, and the first lines of what it holds. */
export function anchorMarkdown(analysis: Analysis, node: Node): string {
  const { tree, bound } = analysis;
  const line = lineOfAnchor(tree, node) + 1;
  const path = bound.pathOf(node).filter((step) => typeof step === 'string');
  const of = path.length > 0 ? `, in ${code(path.join('.'))}` : '';
  const text = excerptOf(analysis, node.span);
  return [`Defined in line ${String(line)}${of}.`, text && fenced(text)]
    .filter(Boolean)
    .join('\n\n');
}

/** The line of the `&` of a node, which may stand above the node, with comments in between; from 0. */
function lineOfAnchor({ text, lines }: Tree, { anchor = '', span }: Node): number {
  for (let end = span.start; end > 0;) {
    const at = text.lastIndexOf(`&${anchor}`, end - 1);
    if (at < 0) break;
    const { line } = lines.position(at);
    if (!text.slice(lines.start(line), at).trimStart().startsWith('#')) return line;
    end = at;
  }
  return lines.position(span.start).line;
}

/** The first lines of a span, from its own column on. */
function excerptOf({ tree: { text, lines } }: Analysis, { start, end }: Span): string {
  const { line, character } = lines.position(start);
  const stop = Math.min(end, lines.end(line + MOST_LINES));
  const all = text.slice(start, stop).split(/\r\n?|\n/);
  const shown = all.map((one, index) =>
    (index === 0 ? one : withoutIndent(one, character)).trimEnd().slice(0, WIDEST),
  );
  return shown.length > MOST_LINES
    ? [...shown.slice(0, MOST_LINES), '...'].join('\n')
    : shown.join('\n');
}

function withoutIndent(line: string, column: number): string {
  const indent = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(indent, column));
}

/** Which keys `<<` brings from `merged` to a mapping that has `own` keys, and which the mapping sets itself. */
export function mergeInWords(merged: readonly Node[], own: ReadonlySet<string>): string {
  const brought = new Set<string>();
  const overridden = new Set<string>();
  for (const node of merged) {
    for (const key of keysOf(resolveAlias(node))) (own.has(key) ? overridden : brought).add(key);
  }
  const sentences = [
    brought.size > 0
      ? `It brings ${quoted(brought)}.`
      : 'It brings nothing that the mapping does not set itself.',
    overridden.size > 0 && brought.size > 0
      ? `The mapping sets ${quoted(overridden)} itself.`
      : undefined,
    merged.length > 1 ? 'Where several have a key, the first counts.' : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function quoted(keys: ReadonlySet<string>): string {
  const shown = [...keys].slice(0, MOST_KEYS).map(code);
  const more = keys.size - shown.length;
  return listInWords(more > 0 ? [...shown, counted(more, 'more key')] : shown);
}
