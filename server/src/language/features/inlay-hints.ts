import type { Environment } from '../environment';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Schema } from '../schema/schema';
import { parseShorthand, type ShorthandName } from '../shorthand';
import { span, touches, type Span } from '../base/span';
import { findPair, keyText } from '../yaml/node';
import type { ScalarValue } from '../yaml/scalar';
import { explain, LONGEST_EXPLAINED } from '../meaning';
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
    const sentence = failures.attempt(
      `hint ${shorthand}`,
      () => meaning(shorthand, node.value, environment),
      undefined,
    );
    if (!sentence) continue;
    const label = sentence.replaceAll('`', '').replace(/\.$/, '');
    yield { position: tree.lines.position(node.span.end), label, paddingLeft: true };
  }
}

function meaning(
  shorthand: ShorthandName,
  value: ScalarValue,
  { catalogue }: Environment,
): string | undefined {
  const read = parseShorthand(shorthand, value);
  // A shorthand with only one part is clear without a hint.
  return read.ok && read.parts.length >= 3
    ? explain(shorthand, read.value, { catalogue })
    : undefined;
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
  const label = open
    .flatMap(([name, schema]) => defaultOf(schema)?.replace(/^/, `${name}: `) ?? [])
    .join(', ');
  yield { position: lines.position(type.value.span.end), label, paddingLeft: true };
}

function defaultOf({ default: value, defaultDescription }: Schema): string | undefined {
  if (value !== undefined && typeof value !== 'object') return String(value);
  return defaultDescription?.replaceAll('`', '');
}
