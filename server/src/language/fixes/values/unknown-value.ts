import type { Analysis } from '../../analysis';
import { closest } from '../../base/spelling';
import { replaceValue, textAs } from '../../edit/rewrite';
import { keyText, type ScalarNode } from '../../yaml/node';
import { lastPair, targetOf, type Step } from '../../edit/locate';
import { listData, textData, type Candidate, type FixProvider } from '../fix-provider';
import { eachItem } from './each-item';
import { t } from '../../l10n/text';

/** The most likely of the valid values, at most three. */
export const fixUnknownValue: FixProvider = ({ analysis, problem, steps }) => {
  const values = listData(problem, 'values');
  const given = textData(problem, 'given') ?? '';
  const last = steps.at(-1);
  const node = last && targetOf(last);
  const place = lastPair(steps);
  if (node?.kind !== 'scalar' || !place) return [];
  // A boolean is not a misspelt word: `on` does not mean `on-demand`.
  const likely = node.value.type === 'bool' ? [] : closest(given, values);
  const offered = likely.length > 0 ? likely : values.length <= 4 ? values : [];
  const several = last?.kind === 'item' ? eachWord(analysis, last, node, values) : undefined;
  if (several) return [several];
  const flow = last?.kind === 'item' ? last.list.flow : place.mapping.flow;
  // With another one the rest of the mapping was not checked: `backend` of a volume.
  const { discriminator } = analysis.bound.schemaOf(place.mapping) ?? {};
  const decides = discriminator !== undefined && keyText(place.pair) === discriminator.propertyName;
  return offered.slice(0, 3).map((value) => {
    const text = textAs(value, analysis.tree, { style: node.style, flow });
    const edit =
      node.span.start === node.span.end
        ? replaceValue(place.pair, text)
        : { span: node.span, newText: text };
    return {
      title: t('Change to `{0}`', value),
      edits: [edit],
      preferred: likely.includes(value) || offered.length === 1,
      ...(decides && { reveals: () => true }),
    };
  });
};

/** Several values in one item, `[aws gcp]`: an item for each. */
function eachWord(
  { tree }: Analysis,
  step: Extract<Step, { kind: 'item' }>,
  { style, text, anchor }: ScalarNode,
  values: readonly string[],
): Candidate | undefined {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (
    style !== 'plain' ||
    anchor !== undefined ||
    words.length < 2 ||
    !words.every((word) => values.includes(word))
  )
    return undefined;
  const title = t('Convert to a list with an item each');
  return { title, edits: [eachItem(tree, step, words)], meant: true };
}
