import { span, type Span } from '../base/span';
import { isMerge, textSpan, type Node, type Pair, type ScalarNode } from '../yaml/node';
import type { Schema } from '../schema/schema';
import type { BoundDocument } from './document';

/** Maximum number of lines of an excerpt, and of characters per line. */
const LONGEST = 12;
const WIDEST = 120;

/** Lines of the file from which an excerpt is made, however many of them are empty, comments or hidden. */
const READ = 200;

/** The placeholder for a hidden value. */
const HIDDEN = '***';

/** The definition of a name, as other files show it. A mapping is read once, however many names it has. */
export class Excerpts {
  private readonly made = new Map<Node, string>();

  constructor(private readonly document: BoundDocument) {}

  /**
   * The first lines of the mapping `owner`, which defines `name`, without empty lines and comments, from its own column
   * on, and without values that may be secret. In a text that is not YAML, where any place may be a secret, it is the
   * name with its key.
   */
  of(owner: Node, name: Node): string {
    const known = this.made.get(owner);
    if (known !== undefined) return known;
    const { tree } = this.document;
    const { start, end } = tree.broken ? entryOf(owner, name) : owner.span;
    const { line, character } = tree.lines.position(start);
    const read = span(start, Math.min(end, tree.lines.end(line + READ)));
    const shown = without(tree.text, read, secretsIn(owner, read, this.document));
    const excerpt = firstLines(shown, character);
    this.made.set(owner, excerpt);
    return excerpt;
  }
}

function firstLines(text: string, column: number): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, index) => (index === 0 ? line : line.slice(column)).trimEnd())
    .filter((line) => line !== '' && !line.trimStart().startsWith('#'))
    .map((line) => line.slice(0, WIDEST));
  return lines.length > LONGEST ? [...lines.slice(0, LONGEST), '...'].join('\n') : lines.join('\n');
}

function entryOf(owner: Node, name: Node): Span {
  const pair =
    owner.kind === 'mapping' ? owner.pairs.find(({ value }) => value === name) : undefined;
  return span((pair?.key ?? name).span.start, name.span.end);
}

function without(text: string, { start, end }: Span, secrets: readonly Span[]): string {
  let shown = '';
  let at = start;
  for (const secret of secrets) {
    if (secret.end <= at || secret.start >= end) continue;
    shown += text.slice(at, Math.max(at, secret.start)) + HIDDEN;
    at = secret.end;
  }
  return at < end ? shown + text.slice(at, end) : shown;
}

/**
 * The places of values in `read` that may be secret, in the order of the text: those of properties that are `secret`,
 * and of unknown ones, which are often misplaced variables.
 */
function secretsIn(owner: Node, read: Span, { bound }: BoundDocument): readonly Span[] {
  const found: Span[] = [];
  const seen = new Set<Node>();
  const hide = (node: Node) => {
    // The target of an alias may be before the owner, and is then not shown.
    if (seen.has(node) || node.span.start < owner.span.start || node.span.start > read.end) return;
    seen.add(node);
    if (node.kind === 'scalar') found.push(valueSpan(node, bound.schemaOf(node)));
    else if (node.kind === 'sequence') node.items.forEach(hide);
    else if (node.kind === 'mapping') node.pairs.forEach(({ value }) => hide(value));
    else if (node.target) hide(node.target);
  };
  const isSecret = (pair: Pair) => {
    const property = bound.propertyOf(pair);
    return property ? property.secret === true : !isMerge(pair);
  };
  const visit = (node: Node) => {
    if (node.span.start > read.end) return;
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind !== 'mapping') return;
    for (const pair of node.pairs) (isSecret(pair) ? hide : visit)(pair.value);
  };
  visit(owner);
  return found.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
}

/** The part of `NAME=value` after the name; a name alone has no value. */
function valueSpan(node: ScalarNode, schema: Schema | undefined): Span {
  const name = schema?.textDeclares && /^\w+(?:=|$)/.exec(node.text)?.[0];
  return name ? textSpan(node, name.length, node.text.length) : node.span;
}
