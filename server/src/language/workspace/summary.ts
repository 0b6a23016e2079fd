import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { EntityKind, Schema } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import type { Lines, Span } from '../span';
import { ignoredOfWorkspace } from '../suppression';
import { keyText, textSpan, type Node, type ScalarNode } from '../yaml/node';
import { Excerpts } from './excerpt';
import { localPaths, localUri } from './local-paths';

/** Something that a file defines under a name: the fleet that it configures, a profile, a group. */
export interface Declaration {
  readonly kind: EntityKind;
  readonly name: string;
  readonly uri: string;
  /** Where the name stands. */
  readonly range: Range;
  /** The beginning of what defines it, as it is written, without values that may be secret. */
  readonly excerpt: string;
}

/** A name of something that is defined elsewhere. */
export interface Reference {
  readonly kind: EntityKind;
  readonly name: string;
  readonly uri: string;
  readonly range: Range;
}

/** A name that counts in its file alone, and where it begins: as little as a large workspace can have many of. */
export interface Mark {
  readonly name: string;
  readonly line: number;
  readonly character: number;
}

/** A path that is relative to the folder of the file. */
export interface RelativePath {
  readonly path: string;
  readonly range: Range;
}

/** What other files can know of one. It is small, and keeps neither the text nor the tree. */
export interface Summary {
  readonly uri: string;
  readonly declarations: readonly Declaration[];
  readonly references: readonly Reference[];
  readonly paths: readonly RelativePath[];
  readonly images: readonly string[];
  /** Names of secrets that the file takes. */
  readonly secrets: readonly string[];
  /** Environment variables that the file declares, and its anchors. */
  readonly variables: readonly Mark[];
  readonly anchors: readonly Mark[];
  /** Problems with other files that comments ignore, and the lines that they are about, counted from 0. */
  readonly ignored: readonly { readonly line: number; readonly code: string }[];
}

/** What a file declares and refers to, in the order of its text. Of a file with syntax errors it is what can be read. */
export function summarise(analysis: Analysis): Summary {
  const { source, tree, bound } = analysis;
  const { uri } = source;
  const excerpts = new Excerpts(analysis);
  const found = {
    declarations: [],
    references: [],
    paths: [],
    images: [],
    variables: [],
    anchors: [],
  } as Mutable;
  const mark = (marks: Mark[], name: string, offset: number) => {
    if (name !== '') marks.push({ name, ...tree.lines.position(offset) });
  };
  const visit = (node: Node, owner: Node) => {
    const schema = bound.schemaOf(node);
    if (node.kind !== 'alias' && node.anchor !== undefined)
      mark(
        found.anchors,
        node.anchor,
        tree.text.lastIndexOf(`&${node.anchor}`, node.span.start) + 1,
      );
    if (node.kind === 'scalar') {
      if (schema) collect(node, schema, owner);
    } else if (node.kind === 'sequence') {
      for (const item of node.items) visit(item, item.kind === 'mapping' ? item : owner);
    } else if (node.kind === 'mapping') {
      for (const pair of node.pairs) {
        if (bound.propertyOf(pair)?.keyDeclares)
          mark(found.variables, keyText(pair) ?? '', pair.key.span.start);
        // What a group is, is told by its own lines; what a configuration is, by all of them.
        visit(pair.value, pair.value.kind === 'scalar' ? node : owner);
      }
    }
  };
  const collect = (node: ScalarNode, schema: Schema, owner: Node) => {
    const { declares, refersTo, shorthand } = schema;
    const place = (span: Span) => rangeOf(span, tree.lines);
    if (declares && isName(node.text)) {
      const excerpt = excerpts.of(owner, node);
      const range = place(textSpan(node, 0, node.text.length));
      found.declarations.push({ kind: declares, name: node.text, uri, range, excerpt });
    }
    const name = refersTo && referenceIn(node, schema);
    if (name)
      found.references.push({ kind: refersTo, name: name.text, uri, range: place(name.span) });
    for (const { path, at } of node.textStart === undefined ? [] : localPaths(node, schema)) {
      if (localUri(uri, path) !== undefined) found.paths.push({ path, range: place(at) });
    }
    if (schema.catalogue === 'images') found.images.push(node.text);
    if (shorthand === 'env-entry')
      mark(found.variables, /^\w*/.exec(node.text)?.[0] ?? '', textSpan(node, 0, 0).start);
  };
  if (tree.root) visit(tree.root, tree.root);
  const secrets = [...tree.text.matchAll(SECRET)].map(([, name = '']) => name);
  return {
    uri,
    declarations: found.declarations,
    references: found.references,
    paths: found.paths,
    images: unique(found.images),
    variables: found.variables,
    anchors: found.anchors,
    secrets: unique(secrets),
    ignored: ignoredOfWorkspace(tree),
  };
}

type Mutable = {
  -readonly [Key in keyof Omit<Summary, 'uri' | 'secrets' | 'ignored'>]: Summary[Key][number][];
};

const SECRET = /\$\{\{\s{0,9}secrets\.(\w{1,100})/g;

/** The name in a scalar that refers to something of this project: the whole text, or the part of a short form. */
export function referenceIn(
  node: ScalarNode,
  { shorthand }: Schema,
): { readonly text: string; readonly span: Span } | undefined {
  if (!shorthand)
    return isName(node.text)
      ? { text: node.text, span: textSpan(node, 0, node.text.length) }
      : undefined;
  const parsed = parseShorthand(shorthand, node.value);
  if (!parsed.ok || parsed.parts.some(({ kind }) => kind === 'project')) return undefined;
  const part = parsed.parts.find(({ kind }) => kind === 'name');
  if (!part) return undefined;
  const text = node.text.slice(part.start, part.end);
  if (!isName(text)) return undefined;
  return { text, span: textSpan(node, part.start, part.end) };
}

/** Whether a text is a name as it stands: not empty, and nothing in it that dstack replaces. */
function isName(text: string): boolean {
  return text !== '' && text.length <= 200 && !text.includes('${{');
}

function rangeOf({ start, end }: Span, lines: Lines): Range {
  return { start: lines.position(start), end: lines.position(end) };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
