import { span } from '../../base/span';
import { findPair } from '../../yaml/node';
import { endOf, insertPair } from '../../edit/rewrite';
import { lastPair, mappingsAround } from '../../edit/locate';
import {
  listData,
  textData,
  type Candidate,
  type Context,
  type FixProvider,
} from '../fix-provider';
import { removal } from './removal';
import { t } from '../../l10n/text';

/** Removes one of two properties that exclude each other: the one that the problem is on, or the other. */
export const removeEither: FixProvider = (context) => {
  const { problem } = context;
  return ['remove', 'other'].flatMap((name) => {
    const key = textData(problem, name);
    return key === undefined ? [] : remove(context, key);
  });
};

/** Removes the groups that exclude other properties. */
export const removeGroups: FixProvider = (context) =>
  ['groups', 'replicas'].flatMap((key) => remove(context, key)).map(asChoice);

/** Removes the property beside the groups. */
export const removeTopLevel: FixProvider = (context) => {
  const [key, ...others] = listData(context.problem, 'keys');
  return key === undefined || others.length > 0 ? [] : remove(context, key).map(asChoice);
};

/** Disables the certificate of a gateway. */
export const withoutCertificate: FixProvider = ({ analysis: { tree }, steps }) => {
  const place = lastPair(steps);
  const root = steps[0]?.kind === 'pair' ? steps[0].mapping : place?.mapping;
  if (!root) return [];
  const pair = findPair(root, 'certificate');
  const title = t('Write `certificate: null`');
  if (!pair) return [{ title, edits: [insertPair(tree, root, 'certificate', 'null')] }];
  const start = (pair.colon ?? pair.key.span.end) + 1;
  const end = tree.text.slice(0, endOf(pair)).trimEnd().length;
  return [{ title, edits: [{ span: span(start, end), newText: ' null' }] }];
};

function asChoice(candidate: Candidate): Candidate {
  return { ...candidate, preferred: false };
}

function remove({ analysis, steps }: Context, key: string): Candidate[] {
  for (const mapping of mappingsAround(steps)) {
    const pair = findPair(mapping, key);
    if (pair && mapping.pairs.includes(pair)) return [removal(analysis.tree, mapping, pair)];
  }
  return [];
}
