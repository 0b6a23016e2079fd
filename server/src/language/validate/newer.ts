import type { Span } from '../base/span';
import { defined, lookup } from '../base/lookup';
import type { Bound } from '../coerce/bind';
import { problem, type Problem, type ProblemCode, type ProblemData } from '../problem/problem';
import { isBefore } from '../release/version';
import { allowsType, type Schema, type WrittenForm } from '../schema/schema';
import { withArticle } from '../base/words';
import { formerProblems } from './former';
import { PYDANTIC_2 } from './tolerated';
import {
  effectivePairs,
  findPair,
  headSpan,
  keyText,
  resolveAlias,
  type MappingNode,
  type Node,
  type Pair,
  type ScalarNode,
} from '../yaml/node';

/** What a file has that the release in use does not have yet. */
export interface Newer {
  readonly problems: readonly Problem[];
  /** What belongs to it: the release does not read that. */
  readonly unread: readonly Span[];
  /** The paths of the mappings among it. */
  readonly variants: ReadonlySet<string>;
}

/**
 * Everything in a file that a newer release of dstack brought: properties, values, and forms of values. Each is one
 * problem, and nothing is said about what is inside.
 *
 * @param release the release in use, whose schema the tree is bound to
 */
export function newerThan(release: string, root: Node, bound: Bound): Newer {
  const search = new Search(release, bound);
  search.value(root, undefined, undefined);
  return search;
}

class Search implements Newer {
  readonly problems: Problem[] = [];
  readonly unread: Span[] = [];
  readonly variants = new Set<string>();
  private readonly seen = new Set<Node>();

  constructor(
    private readonly release: string,
    private readonly bound: Bound,
  ) {}

  /**
   * @param expected the schema of the place, before a mapping has decided on its variant
   * @param name the property that the value belongs to
   */
  value(source: Node, expected: Schema | undefined, name: string | undefined): void {
    const node = resolveAlias(source);
    if (this.seen.has(node)) return;
    this.seen.add(node);
    const form = formOf(node);
    const since = form && lookup<string>(expected?.lacks?.forms, form);
    if (form && since !== undefined && name !== undefined) {
      this.report(source.span, `${FORM_WORDS[form]} for \`${name}\``, since, { key: name });
      this.unread.push(node.span);
    } else if (expected?.lacks?.empty !== undefined && isEmptyRange(node)) {
      const message = `\`${name ?? ''}\` needs a lower or an upper end in dstack ${this.release}.`;
      this.add('range', source.span, message, { since: expected.lacks.empty });
    } else if (node.kind === 'scalar') this.scalar(node, source.span, expected);
    else if (node.kind === 'sequence')
      for (const item of node.items) this.value(item, expected?.items, name);
    else if (node.kind === 'mapping') this.mapping(node, expected);
  }

  private scalar(node: ScalarNode, at: Span, schema: Schema | undefined): void {
    const text = node.value.type === 'bool' ? String(node.value.value) : node.text;
    if (isBefore(this.release, PYDANTIC_2) && isFractionForInteger(node, schema)) {
      const message = `dstack ${this.release} needs an integer without a fraction.`;
      return this.add('wrong-type', at, message, { expected: ['integer'] });
    }
    const { values, texts } = schema?.lacks ?? {};
    const since = lookup(values, text);
    if (texts && new RegExp(texts.pattern, 'i').test(text))
      return this.report(at, `\`${text}\` with ${texts.what}`, texts.since, { given: text });
    if (since === undefined) return;
    const older = lookup(schema?.olderValues, text);
    this.report(at, `\`${text}\``, since, { given: text }, older);
  }

  private mapping(mapping: MappingNode, expected: Schema | undefined): void {
    const variant = this.bound.schemaOf(mapping);
    const since = variant === expected ? undefined : variant?.lacks?.property;
    if (since !== undefined) return this.variant(mapping, variant, since);
    for (const pair of effectivePairs(mapping)) this.property(pair);
    if (variant) this.required(mapping, variant);
  }

  /** What only older releases require. */
  private required(mapping: MappingNode, { properties, required = [], title }: Schema): void {
    for (const key of required) {
      const since = lookup(properties, key)?.optionalSince;
      if (since === undefined || findPair(mapping, key)) continue;
      const owner = title === undefined ? 'it' : withArticle(title.toLowerCase());
      const message = `\`${key}\` is missing: dstack ${this.release} requires it in ${owner}.`;
      const data = { key, mapping: this.bound.pathOf(mapping).join('/'), since };
      this.add('missing-key', headSpan(mapping), message, data);
    }
  }

  /** The value that decides on the variant of a mapping, such as `type: preset`. */
  private variant(mapping: MappingNode, variant: Schema | undefined, since: string): void {
    const tag = mapping.pairs.find(
      (pair) => lookup(variant?.properties, keyText(pair) ?? '')?.const !== undefined,
    );
    const value = tag && resolveAlias(tag.value);
    if (value?.kind !== 'scalar') return;
    this.report(value.span, `\`${value.text}\``, since, { given: value.text });
    this.unread.push(mapping.span);
    this.variants.add(this.bound.pathOf(mapping).join('/'));
  }

  private property(pair: Pair): void {
    const name = keyText(pair);
    const schema = this.bound.propertyOf(pair);
    const since = schema?.lacks?.property;
    if (name === undefined) return;
    if (schema?.former) this.problems.push(...formerProblems(pair.value, schema, name));
    if (since === undefined) return this.value(pair.value, schema, name);
    this.report(pair.key.span, `\`${name}\``, since, { key: name }, schema?.olderName);
    this.unread.push(pair.value.span);
  }

  private report(at: Span, what: string, since: string, data: ProblemData, older?: string): void {
    const advice = older === undefined ? '' : ` Its older name is \`${older}\`.`;
    const message = `${what} needs dstack ${since}; you use ${this.release}.${advice}`;
    const more = defined({ suggestion: older });
    this.add('needs-newer-dstack', at, message, { ...data, since, ...more });
  }

  private add(code: ProblemCode, at: Span, message: string, data: ProblemData): void {
    this.problems.push(problem(code, at, message, { data }));
  }
}

/** `"5.0"`, which pydantic 2 reads as 5. */
function isFractionForInteger({ value }: ScalarNode, schema: Schema | undefined): boolean {
  if (value.type !== 'str' || !schema || schema.shorthand || !allowsType(schema, 'integer'))
    return false;
  return !allowsType(schema, 'string') && /^\s*[+-]?[\d_]+\.0*\s*$/.test(value.value);
}

/** A range without an end: `..`, or a mapping in which nothing is set. */
function isEmptyRange(node: Node): boolean {
  if (node.kind === 'scalar') return /^\s*\.\.\s*$/.test(node.text);
  if (node.kind !== 'mapping') return false;
  return effectivePairs(node).every(({ value }) => formOf(resolveAlias(value)) === 'null');
}

const FORM_WORDS: Readonly<Record<WrittenForm, string>> = {
  null: 'No value',
  scalar: 'A text',
  list: 'A list',
  mapping: 'A mapping',
};

function formOf(node: Node): WrittenForm | undefined {
  if (node.kind === 'alias') return undefined;
  if (node.kind === 'scalar') return node.value.type === 'null' ? 'null' : 'scalar';
  return node.kind === 'sequence' ? 'list' : 'mapping';
}
