import { tagsOf } from '../../schema/variant';
import type { Analysis } from '../../analysis';
import { findPair, keyText, resolveAlias } from '../../yaml/node';
import { closest } from '../../base/spelling';
import { insertPair, removePair, renameKey } from '../../edit/rewrite';
import type { Candidate, FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';

/** The type that knows most of the given properties, then the next likely ones. */
export const fixMissingType: FixProvider = ({ analysis }) => {
  const { tree, bound } = analysis;
  const root = tree.root && resolveAlias(tree.root);
  if (root?.kind !== 'mapping') return [];
  const keys = root.pairs.flatMap((pair) => keyText(pair) ?? []);
  const fitting = (type: string) => {
    const known =
      bound.root.oneOf?.find((option) => option.properties?.['type']?.const === type)?.properties ??
      {};
    return keys.filter((key) => Object.hasOwn(known, key)).length;
  };
  const own = root.pairs.find((pair) => keyText(pair) === 'type');
  const first = own ? undefined : root.pairs[0];
  const slip = root.pairs.find(
    (pair) => closest(keyText(pair) ?? '', ['type']).length > 0 && keyText(pair) !== 'type',
  );
  const renamed = slip ? [{ title: 'Change to `type`', edits: [renameKey(slip, 'type')] }] : [];
  const types = [...tagsOf(bound.root)].sort((a, b) => fitting(b) - fitting(a));
  const added = types.map((type) => {
    const title = `Add \`type: ${type}\``;
    if (!first) {
      const at = (own?.colon ?? own?.key.span.end ?? 0) + 1;
      return { title, edits: [{ span: { start: at, end: at }, newText: ` ${type}` }] };
    }
    if (root.flow) return { title, edits: [insertPair(tree, root, 'type', type)] };
    const at = first.key.span.start;
    const { eol } = styleOf(tree);
    const indent = ' '.repeat(tree.lines.position(at).character);
    return {
      title,
      edits: [{ span: { start: at, end: at }, newText: `type: ${type}${eol}${indent}` }],
    };
  });
  return [...renamed, ...movedUp(analysis), ...added];
};

/** A `type` that is in a mapping of the root by mistake. */
function movedUp({ tree, bound }: Analysis): Candidate[] {
  const root = tree.root && resolveAlias(tree.root);
  const first = root?.kind === 'mapping' && !root.flow ? root.pairs[0] : undefined;
  if (root?.kind !== 'mapping' || !first) return [];
  const types = tagsOf(bound.root);
  return root.pairs.flatMap(({ value }) => {
    const inner = resolveAlias(value);
    const pair = inner.kind === 'mapping' ? findPair(inner, 'type') : undefined;
    if (inner.kind !== 'mapping' || pair?.value.kind !== 'scalar') return [];
    const { text } = pair.value;
    if (!types.includes(text)) return [];
    const at = first.key.span.start;
    const { eol } = styleOf(tree);
    const added = { span: { start: at, end: at }, newText: `type: ${text}${eol}` };
    return [{ title: 'Move `type` to the top', edits: [added, removePair(tree, inner, pair)] }];
  });
}
