import { allowsType, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import { span } from '../../base/span';
import { keyText, resolveAlias, type MappingNode } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { columnOf, textAs } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import type { Candidate, Context } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { namedItems } from './named-items';
import { t } from '../../l10n/text';

/** A mapping in the place of a list: its properties as the first item, or as items `A:B` if they have such a form. */
export function asList(
  { analysis: { tree } }: Context,
  mapping: MappingNode,
  { items = {} }: Schema,
): Candidate | undefined {
  const texts = mapping.pairs.map(({ key, value }) => {
    const [left, right] = [key, resolveAlias(value)].map((node) =>
      node.kind === 'scalar' ? node.text : undefined,
    );
    const text =
      left !== undefined && right !== undefined
        ? right === ''
          ? left
          : `${left}:${right}`
        : undefined;
    const fits =
      text !== undefined &&
      items.shorthand &&
      parseShorthand(items.shorthand, { type: 'str', value: text }).ok;
    return fits ? textAs(text, tree, { style: 'plain', flow: mapping.flow }) : undefined;
  });
  if (!texts.includes(undefined) && texts.length > 0) {
    const indent = ' '.repeat(columnOf(tree, mapping.span.start));
    const newText = mapping.flow
      ? `[${texts.join(', ')}]`
      : texts.map((text) => `- ${text ?? ''}`).join(`${styleOf(tree).eol}${indent}`);
    return { title: t('Convert to a list'), edits: [{ span: mapping.span, newText }] };
  }
  if (!allowsType(items, 'object')) return undefined;
  const glued = afterDashes(tree, mapping);
  if (glued) return glued;
  const named = namedItems(tree, mapping, items);
  if (named) return named;
  const starts = itemStarts(mapping);
  if (mapping.flow) {
    const source = tree.text.slice(mapping.span.start, mapping.span.end);
    const edits = [{ span: mapping.span, newText: `[${source}]` }];
    return starts?.length === 1 ? { title: t('Convert to a list'), edits } : undefined;
  }
  return (
    starts && {
      title:
        starts.length === 1 ? t('Convert to a list') : t('Convert to a list with an item each'),
      edits: dashed(tree, mapping, starts),
      // The repeated properties may also be a mistake.
      ...(starts.length === 1 ? {} : { safe: false }),
    }
  );
}

/** Items whose dashes have no space after them, which YAML reads as a part of a name: `-name: x`. */
function afterDashes(tree: Tree, mapping: MappingNode): Candidate | undefined {
  const dashes = mapping.pairs.filter((pair) => /^-\w/.test(keyText(pair) ?? ''));
  if (mapping.flow || dashes.length === 0 || dashes[0] !== mapping.pairs[0]) return undefined;
  const starts = dashes.map(({ key }) => key.span.start);
  const edits = dashed(tree, mapping, starts).map((edit) =>
    starts.includes(edit.span.start)
      ? { span: span(edit.span.start + 1, edit.span.start + 1), newText: ' ' }
      : edit,
  );
  const title =
    starts.length === 1 ? t('Add a space after the dash') : t('Add a space after each dash');
  return { title, edits, safe: false };
}

/** The offsets at which items begin: the first property, and where it is repeated. Undefined if only others are. */
function itemStarts({ pairs }: MappingNode): readonly number[] | undefined {
  const starts: number[] = [];
  const seen = new Set<string | undefined>();
  for (const pair of pairs) {
    const key = keyText(pair);
    const isFirst = pairs[0] !== undefined && key === keyText(pairs[0]);
    if (seen.has(key) && !isFirst) return undefined;
    if (isFirst) {
      starts.push(pair.key.span.start);
      seen.clear();
    }
    seen.add(key);
  }
  return starts;
}

/** A dash before the lines at some offsets, and its width before the others of a mapping. */
function dashed({ text, lines }: Tree, { span: all }: MappingNode, starts: readonly number[]) {
  const edits: Edit[] = [];
  const last = text.slice(0, all.end).trimEnd().length;
  for (let { line } = lines.position(all.start); lines.start(line) < last; line++) {
    const content = text.slice(lines.start(line), lines.end(line));
    const at = Math.max(all.start, lines.start(line));
    const isItem = starts.some((start) => lines.position(start).line === line);
    if (isItem) {
      const start = lines.start(line) + (/^[ \t]*/.exec(content)?.[0].length ?? 0);
      edits.push({ span: span(Math.max(at, start), Math.max(at, start)), newText: '- ' });
    } else if (content.trim() !== '') edits.push({ span: span(at, at), newText: '  ' });
  }
  return edits;
}
