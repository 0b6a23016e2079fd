import { problem, type Problem } from '../problem/problem';
import { span, type Span } from '../base/span';
import {
  emptyDraft,
  resolveDraft,
  scalarDraft,
  sequenceDraft,
  type Draft,
  type MappingDraft,
  type PairDraft,
  type ScalarDraft,
  type SequenceDraft,
} from './draft';
import { Merger, setPair, type PairTable } from './merge';
import { isMerge, keyIdentity, resolveAlias, SET_TAG, type Node, type Pair } from './node';
import { quote } from '../base/words';
import { resolveScalar, scalarTag, TAG_PREFIX, unfitTag, VALUE_TAG } from './scalar';

const SEQUENCE_TAGS = new Set(['!', `${TAG_PREFIX}seq`]);
const PAIRS_TAGS = new Set([`${TAG_PREFIX}omap`, `${TAG_PREFIX}pairs`]);
const MAPPING_TAGS = new Set(['!', `${TAG_PREFIX}map`, SET_TAG]);

/**
 * Adds what PyYAML's constructor makes of a tree: the values of scalars and the effective pairs of mappings. A `!!set`
 * becomes the sequence of its keys, an item of `!!omap` and `!!pairs` the sequence of its key and value, because
 * pydantic accepts sets and tuples as lists. Returns what PyYAML rejects, and repeated keys. Mirrors
 * `yaml.constructor.SafeConstructor`; `tags` has the spans of the tags of nodes.
 */
export function construct(root: Draft, tags: ReadonlyMap<Draft, Span>): readonly Problem[] {
  return new Constructor(tags).run(root);
}

class Constructor {
  private readonly problems: Problem[] = [];
  /** Nodes to visit, in the order of the text from the end of the list. */
  private readonly pending: Draft[] = [];
  private readonly visited = new Set<Draft>();
  private readonly opened = new Set<MappingDraft>();
  /** Mappings of one pair each that ordered maps hold: an alias can lead back to one. */
  private readonly paired = new Set<Draft>();
  /** Changes of a node's kind, made after all other visits. */
  private readonly conversions: (() => void)[] = [];
  private readonly merger = new Merger(this.problems, (mapping) => {
    this.open(mapping);
  });

  constructor(private readonly tags: ReadonlyMap<Draft, Span>) {}

  run(root: Draft): readonly Problem[] {
    this.pending.push(root);
    for (let node = this.pending.pop(); node; node = this.pending.pop()) this.visit(node);
    for (const convert of this.conversions) convert();
    return this.problems.sort((a, b) => a.span.start - b.span.start);
  }

  private visit(source: Draft): void {
    const node = resolveDraft(source);
    if (node.kind === 'alias' || this.visited.has(node)) return;
    if (node.anchor !== undefined) this.visited.add(node);
    if (node.kind === 'scalar') this.visitScalar(node);
    else if (node.kind === 'sequence') this.visitSequence(node);
    else this.visitMapping(node);
  }

  private visitScalar(node: ScalarDraft): void {
    const value = resolveScalar(node.text, node.style, node.tag);
    if (value.type !== 'error') node.value = value;
    else if (value.code === 'yaml-tag') this.refuse(value.code, this.tagOf(node), value.message);
    else this.refuse(value.code, this.place(node), value.message);
  }

  private visitSequence(node: SequenceDraft): void {
    if (node.tag !== undefined && PAIRS_TAGS.has(node.tag)) return this.visitPairs(node);
    this.checkTag(node, SEQUENCE_TAGS);
    this.visitLater(node.items);
  }

  /** `!!omap` and `!!pairs`: the pairs are constructed, the mappings that hold them are not. */
  private visitPairs(node: SequenceDraft): void {
    for (const item of node.items) {
      const mapping = resolveDraft(item);
      const pair =
        mapping.kind === 'mapping' && mapping.pairs.length === 1 ? mapping.pairs[0] : undefined;
      if (pair) {
        if (!this.paired.has(mapping)) this.visitLater([pair.key, pair.value]);
        this.paired.add(mapping);
      } else {
        const message = 'Each item of an ordered map is a single `key: value`.';
        this.refuse('wrong-type', item.span, message);
      }
    }
    this.conversions.push(() => {
      node.items = node.items.map(pairSequence);
    });
  }

  private visitMapping(node: MappingDraft): void {
    this.checkTag(node, MAPPING_TAGS);
    this.open(node);
    if (node.tag !== SET_TAG) return;
    this.conversions.push(() => {
      Object.assign(node, { kind: 'sequence', items: itemsOfSet(node) });
    });
  }

  private checkTag(node: MappingDraft | SequenceDraft, known: ReadonlySet<string>): void {
    if (node.tag === undefined || known.has(node.tag)) return;
    this.refuse('yaml-tag', this.tagOf(node), unfitTag(node.tag));
  }

  private visitLater(nodes: readonly Draft[]): void {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i];
      if (node) this.pending.push(node);
    }
  }

  // Mappings.

  /** Makes the effective pairs of a mapping, once. */
  private open(node: MappingDraft): void {
    if (this.opened.has(node)) return;
    this.opened.add(node);
    const own = node.pairs.filter((pair) => !isMerge(pair));
    for (const pair of own) this.visitKey(pair);
    this.visitLater(own.map((pair) => pair.value));
    // A merge can lead back here; it then finds the mapping's own pairs.
    node.effective = this.ownPairs(own);
    if (own.length === node.pairs.length) return;
    const merged: PairTable = new Map();
    for (const pair of node.pairs) if (isMerge(pair)) this.merger.merge(pair, merged);
    for (const [identity, pair] of node.effective) setPair(merged, identity, pair);
    node.effective = merged;
  }

  private visitKey(pair: PairDraft): void {
    const key = resolveDraft(pair.key);
    if (key.kind === 'scalar') {
      // As a key, `=` is text.
      if (scalarTag(key.text, key.style, key.tag) === VALUE_TAG) this.visited.add(key);
      else this.visit(key);
      return;
    }
    this.pending.push(pair.key);
    if (key.kind === 'alias') return;
    const what = key.kind === 'mapping' ? 'mapping' : 'list';
    this.refuse(
      'unhashable-key',
      pair.key.span,
      `A ${what} cannot be a key. Put it in quotes if it is text.`,
    );
  }

  private ownPairs(pairs: readonly PairDraft[]): PairTable {
    const own: PairTable = new Map();
    for (const pair of pairs) {
      const identity = keyIdentity(pair);
      if (identity === undefined) continue;
      const first = own.get(identity);
      if (first) this.warnRepeated(pair, first);
      setPair(own, identity, pair);
    }
    return own;
  }

  private warnRepeated(pair: PairDraft, first: Pair): void {
    const key = resolveDraft(pair.key);
    const text = key.kind === 'scalar' ? key.text : '';
    this.problems.push(
      problem(
        'duplicate-key',
        pair.key.span,
        `${quote(text)} is set twice: dstack uses the last value. Remove one of the two.`,
        {
          severity: 'warning',
          data: { key: text },
          related: [{ span: first.key.span, message: 'It is set here before.' }],
        },
      ),
    );
  }

  private refuse(code: Problem['code'], at: Span, message: string): void {
    this.problems.push(problem(code, at, message));
  }

  private tagOf(node: Draft): Span {
    return this.tags.get(node) ?? node.span;
  }

  /** The span of a node, or of its tag if the node is empty. */
  private place(node: Draft): Span {
    return node.span.start === node.span.end ? this.tagOf(node) : node.span;
  }
}

/**
 * The keys in the order of the text. Keys that `<<` merges come from another place, so they have an empty span there.
 */
function itemsOfSet({ pairs, effective }: MappingDraft): readonly Node[] {
  const own = new Set<Node>(pairs.map(({ key }) => key));
  const end = pairs.find(isMerge)?.value.span.end;
  const items = [...effective.values()].map(({ key }) =>
    end === undefined || own.has(key) ? key : repeatedAt(end, key),
  );
  return items.sort((a, b) => a.span.start - b.span.start);
}

function repeatedAt(offset: number, key: Node): Node {
  const node = resolveAlias(key);
  if (node.kind !== 'scalar') return emptyDraft(offset);
  const { text, style, value } = node;
  const draft = scalarDraft('', span(offset, offset), { text, style, textStart: offset }, {});
  return { ...draft, value };
}

function pairSequence(item: Draft): Draft {
  const mapping = resolveDraft(item);
  const pair = mapping.kind === 'mapping' ? mapping.pairs[0] : undefined;
  if (!pair) return item;
  const sequence = sequenceDraft(mapping.span.start, true, {});
  sequence.items.push(pair.key, pair.value);
  sequence.span = mapping.span;
  return item.kind === 'alias' ? { ...item, target: sequence } : sequence;
}
