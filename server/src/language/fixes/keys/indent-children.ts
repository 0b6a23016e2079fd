import { propertyOf } from '../../schema/variant';
import type { Analysis } from '../../analysis';
import { allowsType } from '../../schema/schema';
import { isEmptyScalar, keyText, type MappingNode, type Pair } from '../../yaml/node';
import type { Edit } from '../../edit/edit';
import { lastPair, stepsTo } from '../../edit/locate';
import type { Candidate, Context, FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';

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
  const inner = analysis.bound.propertyOf(owner);
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
      title: `Indent what belongs to \`${keyText(owner) ?? ''}\``,
      edits: indented(analysis, children[0]?.key.span.start ?? from, last.value.span.end),
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

/** Moves the lines from one offset to another to the right. */
function indented({ tree }: Analysis, start: number, end: number): readonly Edit[] {
  const { lines, text } = tree;
  const indent = ' '.repeat(styleOf(tree).unit);
  const edits: Edit[] = [];
  for (let line = lines.position(start).line; line <= lines.position(end).line; line++) {
    const at = lines.start(line);
    const isBlank = text.slice(at, lines.end(line)).trim() === '';
    // A value that ends with a line break ends on the line before.
    if (!isBlank && at < end) edits.push({ span: { start: at, end: at }, newText: indent });
  }
  return edits;
}
