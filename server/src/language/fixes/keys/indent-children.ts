import { propertyOf } from '../../schema/variant';
import type { Analysis } from '../../analysis';
import { span } from '../../base/span';
import { allowsType } from '../../schema/schema';
import { isEmptyScalar, keyText, type MappingNode, type Pair } from '../../yaml/node';
import type { Edit } from '../../edit/edit';
import { lastPair, stepsTo } from '../../edit/locate';
import type { Candidate, Context, FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/** A property without a value before the properties that belong in it: indents those. */
export const indentChildren: FixProvider = (context) => {
  const place = lastPair(context.steps);
  if (!place || place.mapping.flow) return [];
  const { mapping, pair } = place;
  const index = mapping.pairs.indexOf(pair);
  // The problem is on the property itself, or on one of those after it.
  for (let first = index; first >= 0; first--) {
    const owner = mapping.pairs[first];
    if (owner && isEmptyScalar(owner.value))
      return candidate(context, mapping, owner, first, index);
    if (first < index && owner && isKnown(context.analysis, mapping, owner)) return [];
  }
  return [];
};

function candidate(
  { analysis }: Context,
  mapping: MappingNode,
  owner: Pair,
  first: number,
  index: number,
): readonly Candidate[] {
  const property = analysis.bound.propertyOf(owner);
  const isList = property !== undefined && !allowsType(property, 'object');
  const inner = isList ? property.items : property;
  if (!inner || !allowsType(inner, 'object')) return [];
  const children: Pair[] = [];
  for (const pair of mapping.pairs.slice(first + 1)) {
    const isOuter = isKnown(analysis, mapping, pair) && !isRepeated(mapping, pair);
    if (isOuter || !propertyOf(inner, keyText(pair) ?? '')) break;
    children.push(pair);
  }
  const last = children.at(-1);
  if (!last || first + children.length < index) return [];
  const from = owner.key.span.end;
  return [
    {
      title: isList
        ? t('Make an item of what belongs to `{0}`', keyText(owner) ?? '')
        : t('Indent what belongs to `{0}`', keyText(owner) ?? ''),
      edits: indented(analysis, from, last.value.span.end, isList ? '- ' : ''),
      reveals: isBelow(keyText(owner) ?? ''),
    },
  ];
}

/** Whether a problem is about the value of a property, or a missing one. */
function isBelow(name: string): NonNullable<Candidate['reveals']> {
  return ({ span }, { tree }) =>
    stepsTo(tree.root, span).some((step) => step.kind === 'pair' && keyText(step.pair) === name);
}

/** Whether the mapping has the property twice, so one of the two may belong inside. */
function isRepeated(mapping: MappingNode, pair: Pair): boolean {
  return mapping.pairs.some((one) => one !== pair && keyText(one) === keyText(pair));
}

function isKnown({ bound }: Analysis, mapping: MappingNode, pair: Pair): boolean {
  const schema = bound.schemaOf(mapping);
  return schema !== undefined && propertyOf(schema, keyText(pair) ?? '') !== undefined;
}

/** Moves the lines after an offset, up to another, to the right, with a dash before the first property. */
function indented({ tree }: Analysis, from: number, end: number, dash: string): readonly Edit[] {
  const { lines, text } = tree;
  const { unit, listIndent } = styleOf(tree);
  const indent = ' '.repeat(dash === '' ? unit : listIndent);
  const edits: Edit[] = [];
  let lead = dash;
  for (let line = lines.position(from).line + 1; line <= lines.position(end).line; line++) {
    const content = text.slice(lines.start(line), lines.end(line));
    const at = lines.end(line) - content.trimStart().length;
    // A value that ends with a line break ends on the line before.
    if (content.trim() === '' || at >= end) continue;
    if (lead !== '' && content.trimStart().startsWith('#')) {
      edits.push({ span: span(at, at), newText: indent });
      continue;
    }
    edits.push({ span: span(at, at), newText: indent + (lead || ' '.repeat(dash.length)) });
    lead = '';
  }
  return edits;
}
