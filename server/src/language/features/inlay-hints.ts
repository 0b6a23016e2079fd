import type { Environment } from '../environment';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Schema } from '../schema/schema';
import { parseShorthand, type ShorthandName } from '../shorthand';
import { span, touches, type Span } from '../base/span';
import { findPair, keyText, type ScalarNode } from '../yaml/node';
import { truncate } from '../base/words';
import { explain, LONGEST_EXPLAINED } from '../meaning';
import { inBrief, LONGEST_HINT } from '../meaning/brief';
import { nodesIn } from '../yaml/walk';

/** Hints within a range (`textDocument/inlayHint`). */
export function inlayHints(analysis: Analysis, { range }: { readonly range: Range }): InlayHint[] {
  const settings = analysis.environment.settings.inlayHints;
  const { lines } = analysis.tree;
  const within = span(lines.start(range.start.line), lines.end(range.end.line));
  const hints = analysis.documents.flatMap((document) => [
    ...(settings.meanings ? meanings(document, within) : []),
    ...(settings.defaults ? defaults(document) : []),
  ]);
  return hints.filter(
    ({ position: { line } }) => range.start.line <= line && line <= range.end.line,
  );
}

function* meanings(
  { tree, bound, failures, environment }: Analysis,
  within: Span,
): Generator<InlayHint> {
  for (const { node, pair, isKey } of tree.root ? nodesIn(tree.root) : []) {
    if (isKey || node.kind !== 'scalar' || node.style === 'literal' || node.style === 'folded')
      continue;
    if (!touches(within, node.span.end)) continue;
    const shorthand = ((pair && bound.propertyOf(pair)) ?? bound.schemaOf(node))?.shorthand;
    if (!shorthand || node.text.length > LONGEST_EXPLAINED) continue;
    const hint = failures.attempt(
      `hint ${shorthand}`,
      () => meaning(shorthand, node, environment),
      undefined,
    );
    if (!hint) continue;
    yield { position: tree.lines.position(node.span.end), paddingLeft: true, ...hint };
  }
}

/** What a shorthand does not say itself, and in the tooltip all that it means. */
function meaning(
  shorthand: ShorthandName,
  { value, text }: ScalarNode,
  { catalogue }: Environment,
): Pick<InlayHint, 'label' | 'tooltip'> | undefined {
  const read = parseShorthand(shorthand, value);
  if (!read.ok) return undefined;
  const label = inBrief(shorthand, read.value, text);
  const whole = explain(shorthand, read.value, { catalogue });
  return label && whole ? { label, tooltip: { kind: 'markdown', value: whole } } : undefined;
}

function* defaults({ tree, bound }: Analysis): Generator<InlayHint> {
  const { root, lines } = tree;
  if (root?.kind !== 'mapping') return;
  const type = findPair(root, 'type');
  const properties = bound.schemaOf(root)?.properties ?? {};
  if (!type) return;
  const set = new Set(root.pairs.map(keyText));
  const open = Object.entries(properties).filter(
    ([name, { notable, excludes = [] }]) =>
      notable && !set.has(name) && !excludes.some((other) => set.has(other)),
  );
  if (open.length === 0) return;
  const texts = open.flatMap(([name, schema]) => {
    const value = defaultOf(schema);
    return value === undefined ? [] : `${name}: ${value}`;
  });
  // The shortest first, so that most of them fit.
  texts.sort((one, other) => one.length - other.length);
  const whole = texts.map((text) => `- ${text}`).join('\n');
  yield {
    position: lines.position(type.value.span.end),
    label: asManyAsFit(texts.map((text) => text.replaceAll('`', ''))),
    tooltip: { kind: 'markdown', value: whole },
    paddingLeft: true,
  };
}

/** The first texts that fit into a hint, and `…` for the others; the first one in any case. */
function asManyAsFit(texts: readonly string[]): string {
  let label = truncate(texts[0] ?? '', LONGEST_HINT);
  for (const [index, text] of texts.slice(1).entries()) {
    const longer = `${label}, ${text}`;
    const end = index + 2 < texts.length ? ', …' : '';
    if (longer.length + end.length > LONGEST_HINT)
      return label.length + 3 > LONGEST_HINT ? label : `${label}, …`;
    label = longer;
  }
  return label;
}

function defaultOf({ default: value, defaultDescription }: Schema): string | undefined {
  if (value !== undefined && typeof value !== 'object') return String(value);
  return defaultDescription;
}
