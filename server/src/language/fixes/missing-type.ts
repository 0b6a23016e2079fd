import { tagsOf } from '../schema/variant';
import { keyText, resolveAlias } from '../yaml/node';
import { closest } from '../spelling';
import { insertPair, renameKey } from './edit';
import type { Maker } from './maker';

/** The type in which most of the properties that are there are known, then the next likely ones. */
export const fixMissingType: Maker = ({ analysis }) => {
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
  const first = root.pairs.find((pair) => keyText(pair) === 'type') ? undefined : root.pairs[0];
  const slip = root.pairs.find(
    (pair) => closest(keyText(pair) ?? '', ['type']).length > 0 && keyText(pair) !== 'type',
  );
  const renamed =
    slip && keyText(slip) !== 'type'
      ? [{ title: 'Change to `type`', edits: [renameKey(slip, 'type')], safe: true }]
      : [];
  const types = [...tagsOf(bound.root)].sort((a, b) => fitting(b) - fitting(a));
  const added = types.slice(0, 3).map((type) => {
    const title = `Add \`type: ${type}\``;
    if (!first) {
      const own = root.pairs.find((pair) => keyText(pair) === 'type');
      const at = (own?.colon ?? own?.key.span.end ?? 0) + 1;
      return { title, edits: [{ span: { start: at, end: at }, newText: ` ${type}` }] };
    }
    if (root.flow) return { title, edits: [insertPair(tree, root, 'type', type)] };
    const at = first.key.span.start;
    const eol = tree.text.includes('\r\n') ? '\r\n' : '\n';
    const indent = ' '.repeat(tree.lines.position(at).character);
    return {
      title,
      edits: [{ span: { start: at, end: at }, newText: `type: ${type}${eol}${indent}` }],
    };
  });
  return [...renamed, ...added];
};
