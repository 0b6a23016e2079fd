import { CST, Lexer, Parser } from 'yaml';
import { span, type Span } from '../base/span';
import {
  emptyDraft,
  mappingDraft,
  NO_PROPERTIES,
  pairEnd,
  scalarDraft,
  sequenceDraft,
  type Draft,
  type MappingDraft,
  type Properties,
  type SequenceDraft,
} from './draft';
import { orderSpans } from './order-spans';
import { TAG_PREFIX } from './scalar';

/** Texts that nest deeper get no tree, because the parser of `yaml` calls itself for each level that ends. */
const MAX_DEPTH = 500;

/** What follows these many words and marks is left out: a broken file that long is not worth the seconds. */
const MAX_LEXEMES = 100_000;

export interface Tolerated {
  readonly root?: Draft;
  readonly comments: readonly Span[];
}

/**
 * Reads the first document of a text that PyYAML refuses, such as an unfinished one, into as good a tree as the
 * parser of the `yaml` package finds.
 *
 * @param source the text of the file, where `text` has spaces for a part of it
 */
export function composeTolerantly(text: string, source: string): Tolerated {
  const { document, comments } = readDocument(withKnownSpaces(text));
  const root = document && new Converter(source).part(document.start, document.value);
  if (root) orderSpans(root, 0);
  return { ...(root ? { root } : {}), comments };
}

/** `yaml` breaks lines at LF only and takes no tab for indentation. Offsets stay what they are. */
function withKnownSpaces(text: string): string {
  return text
    .replace(/\r(?!\n)|[\x85\u2028\u2029]/g, '\n')
    .replace(/^ *\t[ \t]*/gm, (tabs) => ' '.repeat(tabs.length));
}

function readDocument(text: string): { document?: CST.Document; comments: Span[] } {
  const comments: Span[] = [];
  const parser = new Parser();
  let previous = '';
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (parser.stack.length > MAX_DEPTH) return { comments };
    if (++count > MAX_LEXEMES) break;
    const { offset } = parser;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'document') return { document: token, comments };
    }
    if (previous !== CST.SCALAR && CST.tokenType(lexeme) === 'comment') {
      comments.push(span(offset, offset + lexeme.length));
    }
    previous = lexeme;
  }
  for (const token of parser.end()) {
    if (token.type === 'document') return { document: token, comments };
  }
  return { comments };
}

/** Turns the tokens of `yaml` into drafts. */
class Converter {
  private readonly anchors = new Map<string, Draft>();

  constructor(private readonly source: string) {}

  /** What stands behind the tokens `before`; undefined where nothing does. */
  part(before: readonly CST.SourceToken[], token: CST.Token | null | undefined): Draft | undefined {
    const marks = before.filter(({ type }) => type === 'anchor' || type === 'tag');
    const properties = marks.length === 0 ? NO_PROPERTIES : propertiesOf(marks);
    if (token) return this.node(token, properties);
    const last = marks.at(-1);
    return last && this.anchored(emptyDraft(endOf(last), properties));
  }

  private node(token: CST.Token, properties: Properties): Draft {
    switch (token.type) {
      case 'alias':
        return this.alias(token);
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return this.anchored(this.scalar(token, properties));
      case 'block-map':
        return this.blockMapping(token, properties);
      case 'block-seq':
        return this.blockSequence(token, properties);
      case 'flow-collection':
        return token.start.source === '{'
          ? this.flowMapping(token, properties)
          : this.flowSequence(token, properties);
      default:
        return emptyDraft(token.offset, properties);
    }
  }

  private alias(token: CST.FlowScalar): Draft {
    const name = token.source.slice(1);
    const target = this.anchors.get(name);
    return { kind: 'alias', span: spanOf(token), name, ...(target ? { target } : {}) };
  }

  private scalar(token: CST.FlowScalar | CST.BlockScalar, properties: Properties): Draft {
    const { value, type } = CST.resolveAsScalar(token, false, ignoreMistake);
    if (token.type === 'block-scalar') {
      // In front of the content stand its header and the rest of that line.
      const { source, props, offset } = token;
      const ends = props.flatMap((one) => ('source' in one ? endOf(one) : []));
      const from = ends.at(-1) ?? offset;
      const length = source.trimEnd().length;
      const end = length > 0 ? from + length : (ends[0] ?? offset);
      const textStart = from + Math.max(0, source.search(/[^ \r\n]/));
      const style = type === 'BLOCK_FOLDED' ? 'folded' : 'literal';
      return scalarDraft(
        this.source,
        span(offset, end),
        { text: value, style, textStart },
        properties,
      );
    }
    const style = STYLES[token.type];
    const textStart = token.offset + (style === 'plain' ? 0 : 1);
    return scalarDraft(this.source, spanOf(token), { text: value, style, textStart }, properties);
  }

  private blockMapping(token: CST.BlockMap, properties: Properties): Draft {
    const node = this.anchored(mappingDraft(token.offset, false, properties));
    for (const item of token.items) this.addPair(node, item);
    return this.closeMapping(node, token.offset);
  }

  private flowMapping(token: CST.FlowCollection, properties: Properties): Draft {
    const node = this.anchored(mappingDraft(token.offset, true, properties));
    for (const item of token.items) this.addPair(node, item);
    return this.closeMapping(node, closingEnd(token));
  }

  private closeMapping(node: MappingDraft, end: number): Draft {
    const last = node.pairs.at(-1);
    node.span = span(node.span.start, Math.max(end, last ? pairEnd(last) : end));
    return node;
  }

  private blockSequence(token: CST.BlockSequence, properties: Properties): Draft {
    const node = this.anchored(sequenceDraft(token.offset, false, properties));
    for (const { start, value } of token.items) {
      const dash = start.find(({ type }) => type === 'seq-item-ind');
      const item = this.part(start, value) ?? (dash && emptyDraft(endOf(dash)));
      if (item) node.items.push(item);
    }
    return this.closeSequence(node, token.offset);
  }

  private flowSequence(token: CST.FlowCollection, properties: Properties): Draft {
    const node = this.anchored(sequenceDraft(token.offset, true, properties));
    for (const item of token.items) {
      const pair = item.sep ? this.pairMapping(item) : this.part(item.start, item.value);
      if (pair) node.items.push(pair);
    }
    return this.closeSequence(node, closingEnd(token));
  }

  private closeSequence(node: SequenceDraft, end: number): Draft {
    node.span = span(node.span.start, Math.max(end, node.items.at(-1)?.span.end ?? end));
    return node;
  }

  /** `[key: value]`: a mapping of one pair. */
  private pairMapping(item: CST.CollectionItem): Draft {
    const start = item.key?.offset ?? item.sep?.[0]?.offset ?? 0;
    const node = mappingDraft(start, true, NO_PROPERTIES);
    this.addPair(node, item);
    return this.closeMapping(node, start);
  }

  private addPair(node: MappingDraft, { start, key, sep = [], value }: CST.CollectionItem): void {
    const mark = start.find(({ type }) => type === 'explicit-key-ind');
    const colon = sep.find(({ type }) => type === 'map-value-ind');
    const first = mark ?? colon;
    const keyNode =
      this.part(start, key) ?? (first && emptyDraft(mark ? endOf(mark) : first.offset));
    if (!keyNode) return;
    const valueStart = colon ? endOf(colon) : keyNode.span.end;
    const valueNode = this.part(sep, value) ?? emptyDraft(valueStart);
    node.pairs.push({ key: keyNode, value: valueNode, ...(colon ? { colon: colon.offset } : {}) });
  }

  private anchored<T extends Draft>(node: T): T {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    return node;
  }
}

/** Without a listener, `yaml` throws at the first mistake in a scalar. */
const ignoreMistake = (): void => undefined;

const STYLES = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
  alias: 'plain',
} as const;

function propertiesOf(marks: readonly CST.SourceToken[]): Properties {
  let properties = NO_PROPERTIES;
  for (const { type, source } of marks) {
    if (type === 'anchor') properties = { ...properties, anchor: source.slice(1) };
    else properties = { ...properties, tag: longTag(source) };
  }
  return properties;
}

function longTag(source: string): string {
  if (source.startsWith('!!')) return TAG_PREFIX + source.slice(2);
  return source.startsWith('!<') ? source.slice(2, -1) : source;
}

function endOf(token: { readonly offset: number; readonly source: string }): number {
  return token.offset + token.source.length;
}

function spanOf(token: { readonly offset: number; readonly source: string }): Span {
  return span(token.offset, endOf(token));
}

/** The end of the closing bracket, or of the opening one where there is none. */
function closingEnd(token: CST.FlowCollection): number {
  const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
  return close ? endOf(close) : endOf(token.start);
}
