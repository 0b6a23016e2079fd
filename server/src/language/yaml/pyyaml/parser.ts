import { problem, type Problem } from '../../problem/problem';
import { span, type Span } from '../../base/span';
import { emptyDraft, NO_PROPERTIES, scalarDraft, type Draft, type Properties } from '../draft';
import { grouped, quote } from '../../base/words';
import { readBlockMapping, readBlockSequence, readIndentlessSequence } from './block-collections';
import { readFlowMapping, readFlowSequence } from './flow-collections';
import type { NodeReader } from './node-reader';
import { refuseContent } from './parse-mistakes';
import { Refusal, TooLarge } from './refusal';
import { Scanner } from './scanner';
import type { NameToken, TagToken, Token, TokenKind } from './token';

/**
 * Nested collections beyond which PyYAML ends with a RecursionError when `dstack apply` calls it. It depends a little
 * on their content: from 489 levels around a block of text to 493 of empty brackets.
 */
const MAX_DEPTH = 490;

/** Twice the nodes of a file of ten thousand lines. A file with more is data, and would keep the server busy. */
const MAX_NODES = 30_000;
const manyNodes = () => `it has more than ${grouped(MAX_NODES)} keys, values and items`;

/** Characters for which aliases may stand together: each of them is checked where its alias is. */
const MAX_REPEATED = 10_000_000;
const muchRepeated = () => `its aliases repeat more than ${grouped(MAX_REPEATED)} characters`;

const DEFAULT_HANDLES: readonly (readonly [string, string])[] = [
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
];

/** Reads nodes; throws a `Refusal` at a syntax mistake. Mirrors `parse_node` and `compose_node` of PyYAML. */
export class Parser implements NodeReader {
  readonly problems: Problem[] = [];
  /** The spans of the tags of nodes. */
  readonly tags = new Map<Draft, Span>();
  readonly brackets: Token[] = [];
  last: Token | undefined;
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, Draft>();
  private handles = new Map(DEFAULT_HANDLES);
  private depth = 0;
  private nodes = 0;
  private repeated = 0;

  constructor(readonly text: string) {
    this.scanner = new Scanner(text);
  }

  get comments(): readonly Span[] {
    return this.scanner.comments;
  }

  /** Sets the tag handles of the document that follows. */
  declareHandles(handles: ReadonlyMap<string, string>): void {
    this.handles = new Map([...DEFAULT_HANDLES, ...handles]);
  }

  node(block: boolean, indentless = false): Draft {
    if (++this.nodes > MAX_NODES) throw new TooLarge(manyNodes());
    const first = this.peek();
    switch (first.kind) {
      case 'alias':
        return this.alias(first.name);
      case 'anchor':
      case 'tag':
        return this.nodeWithProperties(block, indentless, first.start);
      default:
        return this.content(block, indentless, first.start, NO_PROPERTIES);
    }
  }

  private nodeWithProperties(block: boolean, indentless: boolean, start: number): Draft {
    const { properties, tag } = this.properties();
    const node = this.content(block, indentless, start, properties);
    if (tag) this.tags.set(node, span(tag.start, tag.end));
    return node;
  }

  private alias(name: string): Draft {
    const { start, end } = this.take();
    const at = span(start, end);
    const target = this.anchors.get(name);
    if (target) {
      this.repeated += target.span.end - target.span.start;
      if (this.repeated > MAX_REPEATED) throw new TooLarge(muchRepeated());
      return { kind: 'alias', span: at, name, target };
    }
    const message = `There is no anchor ${quote(`&${name}`)} before this alias. Put the value in quotes if it is text.`;
    this.problems.push(problem('unknown-alias', at, message, { data: { name } }));
    return { kind: 'alias', span: at, name };
  }

  /** Reads an anchor and a tag, in either order. */
  private properties(): { properties: Properties; tag?: TagToken } {
    let properties = NO_PROPERTIES;
    let tag: TagToken | undefined;
    for (let token = this.peek(); ; token = this.peek()) {
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
    const message = `The anchor ${quote(`&${token.name}`)} exists already. Give this one another name.`;
    const related = [{ span: first.span, message: 'The first anchor of this name is here.' }];
    this.problems.push(problem('yaml-syntax', span(token.start, token.end), message, { related }));
  }

  private resolveTag(token: TagToken): string {
    if (token.handle === undefined) return token.suffix;
    const prefix = this.handles.get(token.handle);
    if (prefix !== undefined) return prefix + token.suffix;
    return this.refuse(
      `The tag handle ${quote(token.handle)} is not declared. Put the value in quotes if it is text.`,
      token,
    );
  }

  private content(
    block: boolean,
    indentless: boolean,
    start: number,
    properties: Properties,
  ): Draft {
    const token = this.peek();
    switch (token.kind) {
      case 'scalar':
        this.take();
        return this.anchored(scalarDraft(this.text, token, token, properties));
      case '[':
        return this.collection(() => readFlowSequence(this, properties));
      case '{':
        return this.collection(() => readFlowMapping(this, properties));
      case '-':
        if (indentless) return this.collection(() => readIndentlessSequence(this, properties));
        break;
      case 'block-sequence-start':
        if (block) return this.collection(() => readBlockSequence(this, properties));
        break;
      case 'block-mapping-start':
        if (block) return this.collection(() => readBlockMapping(this, properties));
        break;
      default:
    }
    if (properties === NO_PROPERTIES) {
      refuseContent(this.text, token, this.last, this.brackets.at(-1));
    }
    return this.anchored(emptyDraft(this.last?.end ?? start, properties));
  }

  anchored<T extends Draft>(node: T): T {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    return node;
  }

  collection(read: () => Draft): Draft {
    if (++this.depth > MAX_DEPTH) {
      this.refuse('The file is nested too deeply for dstack to read.', this.peek());
    }
    const node = read();
    this.depth--;
    return node;
  }

  peek(): Token {
    return this.scanner.peek();
  }

  at(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.peek().kind);
  }

  take(): Token {
    return (this.last = this.scanner.next());
  }

  refuse(message: string, at: Span): never {
    throw new Refusal(problem('yaml-syntax', span(at.start, at.end), message));
  }
}
