import { alternative, tagsOf } from '../../schema/variant';
import type { Analysis } from '../../analysis';
import { findPair, keyText, resolveAlias, type MappingNode, type Pair } from '../../yaml/node';
import type { Schema } from '../../schema/schema';
import type { Tree } from '../../yaml/tree';
import { closest } from '../../base/spelling';
import { span } from '../../base/span';
import type { Edit } from '../../edit/edit';
import { insertPair, removePair, renameKey } from '../../edit/rewrite';
import type { Candidate, FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/** A misspelled or misplaced `type`, then the types whose properties the file has, the likeliest first. */
export const fixMissingType: FixProvider = ({ analysis }) => {
  const root = rootOf(analysis);
  if (!root) return [];
  const slip = root.pairs.find((pair) => {
    const key = keyText(pair) ?? '';
    return key !== 'type' && closest(key, ['type']).length > 0;
  });
  const renamed = slip ? [{ title: t('Change to `type`'), edits: [renameKey(slip, 'type')] }] : [];
  const added = likelyTypes(analysis, root).map(({ type, isSupported }): Candidate => ({
    title: t('Add `type: {0}`', type),
    edits: [typeAdded(analysis.tree, root, type)],
    ...(isSupported ? {} : { preferred: false }),
  }));
  return [...renamed, ...movedUp(analysis, root), ...added];
};

function rootOf({ tree }: Analysis): MappingNode | undefined {
  const root = tree.root && resolveAlias(tree.root);
  return root?.kind === 'mapping' ? root : undefined;
}

/** How many types are offered if the properties of a file tell nothing about its type. */
const OFFERED = 3;

/**
 * The types in the order of how many properties of the file they have. A type is supported if it has more of them than
 * another; if none is, the file may be anything, and only the first types are offered.
 */
function likelyTypes({ bound }: Analysis, root: MappingNode) {
  const keys = root.pairs.flatMap((pair) => keyText(pair) ?? []);
  const types = tagsOf(bound.root).map((type) => {
    const known = propertiesOf(alternative(bound.root, type));
    const fitting = keys.filter((key) => known.includes(key)).length;
    return { type, fitting };
  });
  const least = Math.min(...types.map(({ fitting }) => fitting));
  const rated = types
    .map(({ type, fitting }) => ({ type, fitting, isSupported: fitting > least }))
    .sort((a, b) => b.fitting - a.fitting);
  return rated.some(({ isSupported }) => isSupported) ? rated : rated.slice(0, OFFERED);
}

/** The properties of a type; if it has variants, such as a volume for each backend, those of all. */
function propertiesOf({ oneOf, properties = {} }: Schema = {}): readonly string[] {
  return oneOf ? oneOf.flatMap((variant) => propertiesOf(variant)) : Object.keys(properties);
}

/** After a `type:` without a value, or before everything else. */
function typeAdded(tree: Tree, root: MappingNode, type: string): Edit | undefined {
  const own = findPair(root, 'type');
  const [first] = root.pairs;
  if (own || !first) {
    const at = (own?.colon ?? own?.key.span.end ?? 0) + 1;
    return { span: span(at, at), newText: ` ${type}` };
  }
  if (root.flow) return insertPair(tree, root, 'type', type);
  return aboveAll(tree, first, type);
}

function aboveAll(tree: Tree, first: Pair, type: string): Edit {
  const at = first.key.span.start;
  const indent = ' '.repeat(tree.lines.position(at).character);
  return { span: span(at, at), newText: `type: ${type}${styleOf(tree).eol}${indent}` };
}

/** A `type` that is in a mapping of the root by mistake. */
function movedUp({ tree, bound }: Analysis, root: MappingNode): Candidate[] {
  const [first] = root.pairs;
  if (root.flow || !first) return [];
  const types = tagsOf(bound.root);
  return root.pairs.flatMap(({ value }) => {
    const inner = resolveAlias(value);
    const pair = inner.kind === 'mapping' ? findPair(inner, 'type') : undefined;
    if (inner.kind !== 'mapping' || pair?.value.kind !== 'scalar') return [];
    const { text } = pair.value;
    if (!types.includes(text)) return [];
    const edits = [aboveAll(tree, first, text), removePair(tree, inner, pair)];
    return [{ title: t('Move `type` to the top'), edits }];
  });
}
