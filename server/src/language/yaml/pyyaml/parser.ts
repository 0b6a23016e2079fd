import { problem, type Problem } from '../../problem';
import { span, type Span } from '../../span';
import {
  emptyDraft,
  mappingDraft,
  NO_PROPERTIES,
  pairEnd,
  scalarDraft,
  sequenceDraft,
  type Draft,
  type PairDraft,
  type Properties,
} from '../draft';
import { refuseContent, refuseInBlock, refuseInFlow, refuseOutside } from './parse-mistakes';
import { Refusal } from './refusal';
import { Scanner } from './scanner';
import type { NameToken, TagToken, Token, TokenKind } from './token';

/**
 * Collections in collections, beyond which PyYAML ends with a RecursionError: measured with a call stack as deep
 * as that of `dstack apply`.
 */
export const MAX_DEPTH = 485;

export interface Composed {
  /** Absent for an empty document. */
  readonly root?: Draft;
  readonly comments: readonly Span[];
  /** Mistakes behind which the reading could go on. */
  readonly problems: readonly Problem[];
  /** Where the tags of nodes stand. */
  readonly tags: ReadonlyMap<Draft, Span>;
}

/**
 * Reads the first document of a text into a tree of drafts; throws a `Refusal` at a syntax mistake.
 * Mirrors `yaml.parser.Parser` and `yaml.composer.Composer`: it takes what they take.
 */
export function compose(text: string): Composed {
  return new Parser(text).stream();
}

const DEFAULT_HANDLES: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

class Parser {
  private readonly scanner: Scanner;
  private readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, Draft>();
  private readonly tags = new Map<Draft, Span>();
  private handles = new Map(DEFAULT_HANDLES);
  private depth = 0;
  /** The brackets that are open, outermost first. */
  private readonly brackets: Token[] = [];
  /** The token taken last. */
  private last: Token | undefined;

  constructor(private readonly text: string) {
    this.scanner = new Scanner(text);
  }

  stream(): Composed {
    const root = this.document();
    while (this.at('document-end')) this.take();
    if (!this.at('stream-end')) this.refuseSecondDocument();
    const { problems, tags } = this;
    return { ...(root ? { root } : {}), comments: this.scanner.comments, problems, tags };
  }

  private document(): Draft | undefined {
    if (this.at('stream-end')) return undefined;
    if (!this.at('directive', 'document-start')) return this.node(true);
    this.directives();
    this.take();
    if (this.at('directive', 'document-start', 'document-end', 'stream-end')) return undefined;
    return this.node(true);
  }

  /** Reads directives up to the `---` that must follow, which stays. */
  private directives(): void {
    const handles = new Map<string, string>();
    let versioned = false;
    for (let token = this.scanner.peek(); token.kind === 'directive'; token = this.scanner.peek()) {
      if (token.version !== undefined) {
        if (versioned) this.refuse('YAML allows one `%YAML` line a document.', token);
        if (token.version !== 1) this.refuse('dstack reads YAML 1 only.', token);
        versioned = true;
      } else if (token.tag) {
        const { handle, prefix } = token.tag;
        if (handles.has(handle)) this.refuse(`\`${handle}\` is declared twice.`, token);
        handles.set(handle, prefix);
      }
      this.take();
    }
    this.handles = new Map([...DEFAULT_HANDLES, ...handles]);
    if (!this.at('document-start')) refuseOutside(this.text, this.scanner.peek(), this.last);
  }

  private refuseSecondDocument(): void {
    this.directives();
    const mark = this.scanner.peek();
    this.problems.push(
      problem(
        'several-documents',
        span(mark.start, mark.end),
        'dstack reads files with one document only. Move what follows into a file of its own.',
      ),
    );
  }

  // Nodes.

  private node(block: boolean, indentless = false): Draft {
    const first = this.scanner.peek();
    if (first.kind === 'alias') return this.alias(first.name);
    const { properties, tag } = this.properties();
    const node = this.content(block, indentless, first.start, properties);
    if (tag) this.tags.set(node, span(tag.start, tag.end));
    return node;
  }

  private alias(name: string): Draft {
    const { start, end } = this.take();
    const at = span(start, end);
    const target = this.anchors.get(name);
    if (target) return { kind: 'alias', span: at, name, target };
    const message = `No anchor \`&${name}\` stands before this alias. Put the value in quotes if it is text.`;
    this.problems.push(problem('unknown-alias', at, message, { data: { name } }));
    return { kind: 'alias', span: at, name };
  }

  /** Reads an anchor and a tag, in either order. */
  private properties(): { properties: Properties; tag?: TagToken } {
    let properties = NO_PROPERTIES;
    let tag: TagToken | undefined;
    for (let token = this.scanner.peek(); ; token = this.scanner.peek()) {
      if (token.kind === 'anchor' && properties.anchor === undefined) {
        this.checkAnchor(token);
        properties = { ...properties, anchor: token.name };
      } else if (token.kind === 'tag' && !tag) {
        tag = token;
        properties = { ...properties, tag: this.resolveTag(token) };
      } else {
        return { properties, ...(tag ? { tag } : {}) };
      }
      this.take();
    }
  }

  private checkAnchor(token: NameToken): void {
    const first = this.anchors.get(token.name);
    if (!first) return;
    const message = `The anchor \`&${token.name}\` exists already. Give this one another name.`;
    const related = [{ span: first.span, message: 'The first anchor of this name is here.' }];
    this.problems.push(problem('yaml-syntax', span(token.start, token.end), message, { related }));
  }

  private resolveTag(token: TagToken): string {
    if (token.handle === undefined) return token.suffix;
    const prefix = this.handles.get(token.handle);
    if (prefix !== undefined) return prefix + token.suffix;
    return this.refuse(
      `The tag handle \`${token.handle}\` is not declared. Put the value in quotes if it is text.`,
      token,
    );
  }

  private content(
    block: boolean,
    indentless: boolean,
    start: number,
    properties: Properties,
  ): Draft {
    const token = this.scanner.peek();
    switch (token.kind) {
      case 'scalar':
        this.take();
        return this.anchored(scalarDraft(this.text, token, token, properties));
      case '[':
        return this.collection(() => this.flowSequence(properties));
      case '{':
        return this.collection(() => this.flowMapping(properties));
      case '-':
        if (indentless) return this.collection(() => this.blockSequence(properties, true));
        break;
      case 'block-sequence-start':
        if (block) return this.collection(() => this.blockSequence(properties, false));
        break;
      case 'block-mapping-start':
        if (block) return this.collection(() => this.blockMapping(properties));
        break;
    }
    if (properties === NO_PROPERTIES)
      refuseContent(this.text, token, this.last, this.brackets.at(-1));
    return this.anchored(emptyDraft(this.last?.end ?? start, properties));
  }

  private anchored<T extends Draft>(node: T): T {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    return node;
  }

  private collection(read: () => Draft): Draft {
    if (++this.depth > MAX_DEPTH) {
      this.refuse('The file is nested too deeply for dstack to read.', this.scanner.peek());
    }
    const node = read();
    this.depth--;
    return node;
  }

  // Block collections.

  /** `indentless`: the items stand at the column of the property that the list belongs to. */
  private blockSequence(properties: Properties, indentless: boolean): Draft {
    const { start } = indentless ? this.scanner.peek() : this.take();
    const node = this.anchored(sequenceDraft(start, false, properties));
    const ends: TokenKind[] = indentless ? ['-', '?', ':', 'block-end'] : ['-', 'block-end'];
    let end = start;
    while (this.at('-')) {
      const dash = this.take();
      const item = this.at(...ends) ? emptyDraft(dash.end) : this.node(true);
      node.items.push(item);
      end = item.span.end;
    }
    if (!indentless) this.endBlock('sequence');
    node.span = span(start, end);
    return node;
  }

  private blockMapping(properties: Properties): Draft {
    const { start } = this.take();
    const node = this.anchored(mappingDraft(start, false, properties));
    while (this.at('?')) node.pairs.push(this.blockPair());
    this.endBlock('mapping');
    const last = node.pairs.at(-1);
    node.span = span(start, last ? pairEnd(last) : start);
    return node;
  }

  private blockPair(): PairDraft {
    const mark = this.take();
    const key = this.blockPart(mark);
    if (!this.at(':')) return { key, value: emptyDraft(key.span.end) };
    const colon = this.take();
    return { key, colon: colon.start, value: this.blockPart(colon) };
  }

  private blockPart(mark: Token): Draft {
    return this.at('?', ':', 'block-end') ? emptyDraft(mark.end) : this.node(true, true);
  }

  private endBlock(kind: 'sequence' | 'mapping'): void {
    const token = this.scanner.peek();
    if (token.kind !== 'block-end') refuseInBlock(this.text, kind, token, this.last);
    this.take();
  }

  // Flow collections.

  private flowSequence(properties: Properties): Draft {
    const open = this.take();
    const node = this.anchored(sequenceDraft(open.start, true, properties));
    this.flowItems(open, ']', () => {
      node.items.push(this.at('?') ? this.flowPairMapping() : this.node(false));
    });
    node.span = span(open.start, this.take().end);
    return node;
  }

  private flowMapping(properties: Properties): Draft {
    const open = this.take();
    const node = this.anchored(mappingDraft(open.start, true, properties));
    this.flowItems(open, '}', () => {
      node.pairs.push(this.at('?') ? this.flowPair('}') : this.flowKey());
    });
    node.span = span(open.start, this.take().end);
    return node;
  }

  /** Reads items up to the closing bracket, which stays. */
  private flowItems(open: Token, close: ']' | '}', readItem: () => void): void {
    this.brackets.push(open);
    while (!this.at(close)) {
      readItem();
      if (this.at(close)) break;
      if (!this.at(',')) refuseInFlow(this.text, open, close, this.scanner.peek(), this.last);
      this.take();
    }
    this.brackets.pop();
  }

  /** `[key: value]`: a mapping of one pair. */
  private flowPairMapping(): Draft {
    return this.collection(() => {
      const { start } = this.scanner.peek();
      const node = mappingDraft(start, true, NO_PROPERTIES);
      const pair = this.flowPair(']');
      node.pairs.push(pair);
      node.span = span(start, pairEnd(pair));
      return node;
    });
  }

  private flowPair(close: ']' | '}'): PairDraft {
    const mark = this.take();
    const key = this.at(':', ',', close) ? emptyDraft(mark.end) : this.node(false);
    if (!this.at(':')) return { key, value: emptyDraft(key.span.end) };
    const colon = this.take();
    const value = this.at(',', close) ? emptyDraft(colon.end) : this.node(false);
    return { key, colon: colon.start, value };
  }

  /** `{key}`: a key without a value. */
  private flowKey(): PairDraft {
    const key = this.node(false);
    return { key, value: emptyDraft(key.span.end) };
  }

  // Tokens.

  private at(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.scanner.peek().kind);
  }

  private take(): Token {
    return (this.last = this.scanner.next());
  }

  private refuse(message: string, at: Span): never {
    throw new Refusal(problem('yaml-syntax', span(at.start, at.end), message));
  }
}
