import { SHORTHANDS } from '../../shorthand';
import type { ScalarNode } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { replaceValue, textAs } from '../../edit/rewrite';
import { lastPair, scalarAt } from '../../edit/locate';
import { textData, type Candidate, type FixProvider } from '../fix-provider';
import { t } from '../../l10n/text';

/** Replaces the two halves of a character by the character. */
export const joinHalves: FixProvider = ({ problem }) => {
  const newText = textData(problem, 'character');
  if (newText === undefined) return [];
  const edits = [{ span: problem.span, newText }];
  return [{ title: t('Change to `{0}`', newText), edits }];
};

/** The same text in lower case, since all words of dstack are in lower case. */
export const lowerCase: FixProvider = ({ analysis: { tree }, steps }) => {
  const node = scalarAt(steps);
  if (!node || node.text === node.text.toLowerCase()) return [];
  return [{ ...changeTo(node.text.toLowerCase(), node, tree) }];
};

/** Replaces a number, or a duration, by the limit that it exceeds. */
export const toLimit: FixProvider = ({ analysis, problem, steps }) => {
  const limit = problem.data?.['limit'];
  const place = lastPair(steps);
  if (typeof limit !== 'number' || place?.pair.value.kind !== 'scalar') return [];
  const { shorthand } = analysis.bound.propertyOf(place.pair) ?? {};
  const isNumber = ['int', 'float'].includes(place.pair.value.value.type);
  const written = isNumber || !shorthand ? undefined : SHORTHANDS[shorthand].write?.(limit);
  const text = String(written ?? limit);
  return [{ title: t('Change to `{0}`', text), edits: [replaceValue(place.pair, text)] }];
};

/** Replaces an index that is too large by the last one. */
export const lastIndex: FixProvider = ({ analysis: { tree }, problem: { span: at, data } }) => {
  const limit = data?.['limit'];
  const source = tree.text.slice(at.start, at.end);
  const last = [...source.matchAll(/[0-9]+/g)].at(-1);
  if (typeof limit !== 'number' || limit < 0 || !last) return [];
  const newText =
    source.slice(0, last.index) + String(limit) + source.slice(last.index + last[0].length);
  return [{ title: t('Change to `{0}`', newText), edits: [{ span: at, newText }] }];
};

/** A range of replicas that begins with one instead of zero. */
export const fromOne: FixProvider = ({ analysis: { tree }, steps }) => {
  const node = scalarAt(steps);
  if (!node || !/^0(?:\.\.|$)/.test(node.text)) return [];
  return [changeTo(node.text.replace(/^0/, '1'), node, tree)];
};

/** Adds the maximum that a range lacks. */
export const closeRange: FixProvider = ({ analysis: { tree }, steps }) => {
  const node = scalarAt(steps);
  const [, low] = /^([0-9]+)\.\.$/.exec(node?.text ?? '') ?? [];
  if (!node || low === undefined) return [];
  const text = `${low}..${String(Math.max(1, Number(low)) * 2)}`;
  return [changeTo(text, node, tree)];
};

/** Replaces the text of a scalar, in its quotes. */
function changeTo(text: string, node: ScalarNode, tree: Tree): Candidate {
  const newText = textAs(text, tree, { style: node.style, flow: false });
  return { title: t('Change to `{0}`', text), edits: [{ span: node.span, newText }] };
}
