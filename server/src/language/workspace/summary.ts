import type { Range } from 'vscode-languageserver-types';
import type { Mentioned } from '../live/known';
import type { EntityKind, Schema } from '../schema/schema';
import { declaredInAll } from '../schema/variant';
import { parseShorthand } from '../shorthand';
import type { Span } from '../base/span';
import { utf8TablesOf, type Utf8Tables } from '../base/utf8';
import { ignoredOfWorkspace } from '../validate/suppression';
import { anchorSpan } from '../yaml/anchor';
import {
  findPair,
  keyText,
  resolveAlias,
  textSpan,
  type MappingNode,
  type Node,
  type ScalarNode,
} from '../yaml/node';
import type { BoundDocument } from './document';
import { defaultSettings, excludedSettings, type Setting } from './default-profile';
import { Excerpts } from './excerpt';
import { localPaths, localUri } from './local-paths';
import { mentionsIn, SECRET } from './mentions';

/** Something that a file defines under a name: the fleet that it configures, a profile, a group. */
export interface Declaration {
  readonly kind: EntityKind;
  readonly name: string;
  readonly uri: string;
  /** The place of the name. */
  readonly range: Range;
  /** The beginning of its definition, as it is written, without values that may be secret. */
  readonly excerpt: string;
}

/** A name of something that is defined elsewhere. */
export interface Reference {
  readonly kind: EntityKind;
  readonly name: string;
  readonly uri: string;
  readonly range: Range;
  /** The text before and after the name, if escapes or folded lines leave only the whole text a range. */
  readonly around?: readonly [before: string, after: string];
}

/** A name of something that the server of dstack is configured with. */
export interface Mention {
  readonly kind: Mentioned;
  readonly name: string;
  readonly range: Range;
  /** Of a region, the backends that are chosen beside it, if any are. */
  readonly among?: readonly string[];
}

/** A name that is local to its file, and its start: only these, since a large workspace has many. */
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
  readonly mentions: readonly Mention[];
  /** Names of secrets that the file uses. */
  readonly secrets: readonly string[];
  /** Environment variables that the file declares, and its anchors. */
  readonly variables: readonly Mark[];
  readonly anchors: readonly Mark[];
  /** Properties that dstack rejects in this configuration if the default profile sets them, and why: the place. */
  readonly excluded: readonly Setting[];
  /** Of a file of profiles, which of such properties the default one sets. */
  readonly defaults: readonly Setting[];
  /** Problems with other files that comments ignore, and the lines that they are about, counted from 0. */
  readonly ignored: readonly { readonly line: number; readonly code: string }[];
  /** Of the lines with these places: a client may count in UTF-8, and the text is not kept. */
  readonly utf8: Utf8Tables;
}

/**
 * What a file declares and refers to, in the order of its text. For a file with syntax errors it is what can be read.
 */
export function summarise(document: BoundDocument): Summary {
  const { source, tree } = document;
  const found = new Collector(document);
  const secrets = [...tree.text.matchAll(SECRET)].map(([, name = '']) => name);
  const places = {
    declarations: found.declarations,
    references: found.references,
    paths: found.paths,
    mentions: found.mentions,
    variables: found.variables,
    anchors: found.anchors,
    excluded: excludedSettings(document),
    defaults: defaultSettings(document),
  };
  return {
    uri: source.uri,
    ...places,
    images: unique(found.images),
    secrets: unique(secrets),
    ignored: ignoredOfWorkspace(tree),
    utf8: utf8TablesOf(tree.text, linesOf(places)),
  };
}

/** The lines of places, which are made only for a text that needs them. */
function* linesOf(
  places: Readonly<Record<string, readonly (Mark | { readonly range: Range })[]>>,
): Generator<number> {
  for (const place of Object.values(places).flat()) {
    if ('range' in place) yield* [place.range.start.line, place.range.end.line];
    else yield place.line;
  }
}

/** The summary of an unknown file. */
export function emptySummary(uri: string): Summary {
  const none: readonly never[] = [];
  return {
    uri,
    declarations: none,
    references: none,
    paths: none,
    mentions: none,
    images: none,
    secrets: none,
    variables: none,
    anchors: none,
    excluded: none,
    defaults: none,
    ignored: none,
    utf8: new Map(),
  };
}

/** Walks through a file once and records what it finds. */
class Collector {
  readonly declarations: Declaration[] = [];
  readonly references: Reference[] = [];
  readonly paths: RelativePath[] = [];
  readonly mentions: Mention[] = [];
  readonly images: string[] = [];
  readonly variables: Mark[] = [];
  readonly anchors: Mark[] = [];
  private readonly excerpts: Excerpts;

  constructor(private readonly document: BoundDocument) {
    this.excerpts = new Excerpts(document);
    const { root } = document.tree;
    if (root) this.visit(root, root);
  }

  /**
   * @param owner what defines the names in `node`
   * @param mapping the innermost mapping around `node`
   */
  private visit(node: Node, owner: Node, mapping?: MappingNode): void {
    const { tree, bound } = this.document;
    const anchor = anchorSpan(tree, node);
    if (anchor) this.mark('anchors', node.anchor ?? '', anchor.start);
    const schema = bound.schemaOf(node);
    if (node.kind === 'scalar') {
      if (schema) this.collect(node, schema, owner, mapping);
    } else if (node.kind === 'sequence') {
      for (const item of node.items)
        this.visit(item, item.kind === 'mapping' ? item : owner, mapping);
    } else if (node.kind === 'mapping') {
      for (const pair of node.pairs) {
        const key = keyText(pair) ?? '';
        const property = bound.propertyOf(pair);
        if (property?.keyDeclares) this.mark('variables', key, pair.key.span.start);
        const undecided = schema && declaredInAll(schema, key);
        if (undecided && pair.value.kind === 'scalar') this.declare(undecided, pair.value, node);
        if (property?.foreignBeside && hasValue(node, property.foreignBeside)) continue;
        // The excerpt of a group has its own lines; that of a configuration has all of them.
        this.visit(pair.value, pair.value.kind === 'scalar' ? node : owner, node);
      }
    }
  }

  private collect(
    node: ScalarNode,
    schema: Schema,
    owner: Node,
    mapping: MappingNode | undefined,
  ): void {
    const { uri } = this.document.source;
    const { declares, refersTo, textDeclares } = schema;
    if (declares) this.declare(declares, node, owner);
    const name = refersTo && referenceIn(node, schema);
    if (name && isWritten(name.span)) {
      const range = this.range(name.span);
      const { text, around } = name;
      this.references.push({ kind: refersTo, name: text, uri, range, ...(around && { around }) });
    }
    for (const { span: at, ...mention } of mentionsIn(node, schema, mapping, this.document.bound))
      if (isName(mention.name) && isWritten(at))
        this.mentions.push({ ...mention, range: this.range(at) });
    for (const { path, at } of node.textStart === undefined ? [] : localPaths(node, schema)) {
      if (localUri(uri, path) !== undefined) this.paths.push({ path, range: this.range(at) });
    }
    if (schema.catalogue === 'images') this.images.push(node.text);
    if (textDeclares) {
      const variable = /^\w*/.exec(node.text)?.[0] ?? '';
      this.mark('variables', variable, textSpan(node, 0, 0).start);
    }
  }

  private declare(kind: EntityKind, node: ScalarNode, owner: Node): void {
    if (!isName(node.text)) return;
    const at = textSpan(node, 0, node.text.length);
    if (!isWritten(at)) return;
    const { uri } = this.document.source;
    const range = this.range(at);
    const excerpt = this.excerpts.of(owner, node);
    this.declarations.push({ kind, name: node.text, uri, range, excerpt });
  }

  private mark(sort: 'variables' | 'anchors', name: string, offset: number): void {
    if (name !== '') this[sort].push({ name, ...this.document.tree.lines.position(offset) });
  }

  private range({ start, end }: Span): Range {
    const { lines } = this.document.tree;
    return { start: lines.position(start), end: lines.position(end) };
  }
}

function hasValue(mapping: MappingNode, key: string): boolean {
  const pair = findPair(mapping, key);
  const value = pair && resolveAlias(pair.value);
  return value?.kind === 'scalar' && value.value.type !== 'null';
}

/** The name in a scalar that refers to something of this project: the whole text, or a part of the shorthand. */
export function referenceIn(
  node: ScalarNode,
  { shorthand }: Schema,
): (Pick<Reference, 'around'> & { readonly text: string; readonly span: Span }) | undefined {
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
  const at = textSpan(node, part.start, part.end);
  if (at !== node.span) return { text, span: at };
  return { text, span: at, around: [node.text.slice(0, part.start), node.text.slice(part.end)] };
}

/** Not where the item of a `!!set` is merged from elsewhere, which has an empty place. */
function isWritten({ start, end }: Span): boolean {
  return start < end;
}

/** Whether a text is a literal name: not empty, and without parts that dstack replaces. */
function isName(text: string): boolean {
  return text !== '' && text.length <= 200 && !text.includes('${{');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
