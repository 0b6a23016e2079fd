import { findPair } from '../yaml/node';
import { insertPair, replaceValue } from '../edit/rewrite';
import { lastPair } from '../edit/locate';
import type { Maker } from './maker';

/** A gateway without a certificate of its own. */
export const withoutCertificate: Maker = ({ analysis: { tree }, steps }) => {
  const place = lastPair(steps);
  const root = steps[0]?.kind === 'pair' ? steps[0].mapping : place?.mapping;
  if (!root) return [];
  const pair = findPair(root, 'certificate');
  const edit = pair ? replaceValue(pair, 'null') : insertPair(tree, root, 'certificate', 'null');
  return [{ title: 'Write `certificate: null`', edits: [edit] }];
};
