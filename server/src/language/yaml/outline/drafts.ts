import { span, type Span } from '../../base/span';
import {
  emptyDraft,
  mappingDraft,
  NO_PROPERTIES,
  pairEnd,
  scalarDraft,
  sequenceDraft,
  type Draft,
  type MappingDraft,
  type PairDraft,
  type Properties,
} from '../draft';
import type { FlowCollection, FlowEntry } from './flow';
import { dashesOf, isKey, isLoose, keysOf, type Outline, type Piece } from './piece';
import { blockScalar, flowScalar } from './scalar-text';
import { commentIn, MAX_DEPTH, type Word } from './scan';
import { propertiesAt } from './properties';

/**
 * The tree of a text as its outline has it; undefined where the text has no content.
 *
 * @param source the text of the file, which differs from what the outline was read of in a merge conflict
 */
export function draftOf(outline: Outline, source: string): Draft | undefined {
  return new DraftMaker(outline, source).contentOf(outline.root);
}

class DraftMaker {
  private readonly anchors = new Map<string, Draft>();
  private depth = 0;

  constructor(
    private readonly outline: Outline,
    private readonly source: string,
  ) {}

  /** What a key, a dash or the root holds. */
  contentOf(holder: Piece): Draft | undefined {
    const { children, held: properties = NO_PROPERTIES } = holder;
    if (this.depth >= MAX_DEPTH) return undefined;
    this.depth++;
    const node =
      this.collection(holder, properties) ?? (children[0] && this.content(children[0], properties));
    this.depth--;
    return node;
  }

  private collection(holder: Piece, properties: Properties): Draft | undefined {
    const keys = keysOf(holder);
    const dashes = dashesOf(holder);
    if (keys.length + dashes.length === 0) return undefined;
    // Of a mapping and a list in the same place one is a mistake, most probably the smaller one.
    return dashes.length === 0 || (keys.length > 0 && sizeOf(keys) >= sizeOf(dashes))
      ? this.mapping(holder.children.filter(isEntry), properties)
      : this.sequence(dashes, properties);
  }

  private mapping(entries: readonly Piece[], properties: Properties): Draft {
    const node = this.anchored(mappingDraft(entries[0]?.span.start ?? 0, false, properties));
    let end = 0;
    for (const entry of entries) {
      // A word can be in the middle of the value of the key above it, to the left of where it belongs.
      if (entry.span.start < end) continue;
      const pair = this.pair(entry);
      node.pairs.push(pair);
      end = pairEnd(pair);
    }
    return closed(node);
  }

  private pair(entry: Piece): PairDraft {
    const { colon, span: at } = entry;
    const key = isKey(entry)
      ? this.anchored(this.scalar(at, entry.properties))
      : this.content(entry, NO_PROPERTIES);
    const value =
      this.contentOf(entry) ?? this.empty(colon === undefined ? at.end : colon + 1, entry.held);
    return { key, value, ...(colon === undefined ? {} : { colon }) };
  }

  private sequence(dashes: readonly Piece[], properties: Properties): Draft {
    const node = this.anchored(sequenceDraft(dashes[0]?.span.start ?? 0, false, properties));
    for (const dash of dashes)
      node.items.push(this.contentOf(dash) ?? this.empty(dash.span.end, dash.held));
    node.span = span(node.span.start, node.items.at(-1)?.span.end ?? node.span.end);
    return node;
  }

  /** The value that is not there yet, after its anchor and tag. */
  private empty(offset: number, held: Properties | undefined): Draft {
    if (!held) return emptyDraft(offset);
    const { text } = this.outline;
    let start = offset;
    while (/[ \t]/.test(text.charAt(start))) start++;
    let { end } = propertiesAt(text, start);
    while (end > start && /[ \t]/.test(text.charAt(end - 1))) end--;
    return this.anchored(emptyDraft(end, held));
  }

  /** What is in a piece that holds no other. */
  private content(piece: Piece, held: Properties): Draft {
    const properties = piece.properties ? { ...held, ...piece.properties } : held;
    if (piece.flow) return this.flow(piece.flow, properties);
    if (piece.kind === 'block') return this.anchored(this.block(piece.span, properties));
    return this.word(piece.span, properties);
  }

  private word(at: Span, properties: Properties): Draft {
    const { text } = this.outline;
    if (text.charAt(at.start) !== '*') return this.anchored(this.scalar(at, properties));
    const name = text.slice(at.start + 1, at.end);
    const target = this.anchors.get(name);
    return { kind: 'alias', span: at, name, ...(target ? { target } : {}) };
  }

  private scalar(at: Span, properties = NO_PROPERTIES): Draft {
    const content = flowScalar(this.outline.text.slice(at.start, at.end));
    const textStart = at.start + (content.style === 'plain' ? 0 : 1);
    return scalarDraft(this.source, at, { ...content, textStart }, properties);
  }

  private block({ start, end }: Span, properties: Properties): Draft {
    const { text, lines } = this.outline;
    const lineEnd = Math.min(lines.end(lines.position(start).line), end);
    const header = text.slice(start, commentIn(text, start, lineEnd)).trimEnd();
    const below = lines.start(lines.position(start).line + 1);
    const source = text.slice(below, end);
    const length = source.trimEnd().length;
    const at = span(start, length > 0 ? below + length : start + header.length);
    const textStart = below + Math.max(0, source.search(/[^ \r\n]/));
    const content = { ...blockScalar(header, source), textStart };
    return scalarDraft(this.source, at, content, properties);
  }

  private flow(collection: FlowCollection, held: Properties): Draft {
    const properties = collection.properties ? { ...held, ...collection.properties } : held;
    if (this.depth >= MAX_DEPTH) return emptyDraft(collection.span.start, properties);
    this.depth++;
    const node = this.flowCollection(collection, properties);
    this.depth--;
    node.span = collection.span;
    return node;
  }

  private flowCollection({ kind, span: at, entries }: FlowCollection, properties: Properties) {
    if (kind === 'mapping') {
      const node = this.anchored(mappingDraft(at.start, true, properties));
      for (const entry of entries) {
        if (entry.head || entry.colon !== undefined) node.pairs.push(this.flowPair(entry));
      }
      return node;
    }
    const node = this.anchored(sequenceDraft(at.start, true, properties));
    for (const entry of entries) {
      const isLast = entry === entries.at(-1);
      const item = this.flowItem(entry) ?? (isLast ? undefined : emptyDraft(entry.span.start));
      if (item) node.items.push(item);
    }
    return node;
  }

  private flowItem(entry: FlowEntry): Draft | undefined {
    if (entry.colon === undefined) return entry.head && this.flowNode(entry.head);
    const pair = this.flowPair(entry);
    const node = mappingDraft(pair.key.span.start, true, NO_PROPERTIES);
    node.pairs.push(pair);
    return closed(node);
  }

  private flowPair({ span: at, head, colon, value }: FlowEntry): PairDraft {
    const key = head ? this.flowNode(head) : emptyDraft(colon ?? at.start);
    const valueStart = colon === undefined ? key.span.end : colon + 1;
    return {
      key,
      value: value ? this.flowNode(value) : emptyDraft(valueStart),
      ...(colon === undefined ? {} : { colon }),
    };
  }

  private flowNode(node: Word | FlowCollection): Draft {
    return 'entries' in node
      ? this.flow(node, NO_PROPERTIES)
      : this.word(node.span, node.properties ?? NO_PROPERTIES);
  }

  private anchored<T extends Draft>(node: T): T {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    return node;
  }
}

/** In a mapping a word is a key to be, unless it is the value of the key that the mapping belongs to. */
const isEntry = (piece: Piece) => isKey(piece) || isLoose(piece);

function closed(node: MappingDraft): Draft {
  const last = node.pairs.at(-1);
  node.span = span(node.span.start, last ? pairEnd(last) : node.span.end);
  return node;
}

/** How many pieces there are, with what they hold. */
function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((size, { children }) => size + 1 + sizeOf(children), 0);
}
