import { wordOf } from '../../schema/synonyms';
import { renameKey } from '../../edit/rewrite';
import { keyText, type Pair } from '../../yaml/node';
import { t } from '../../l10n/text';
import type { Candidate } from '../fix-provider';

/** What other tools call the two policies, as a flag. */
const FLAGS: Readonly<Record<'spot' | 'on-demand', readonly string[]>> = {
  spot: ['spot', 'use_spot', 'spot_instances', 'preemptible', 'interruptible'],
  'on-demand': ['on_demand'],
};

/** `spot: true` and `use_spot: no` of other tools as `spot_policy`; undefined for another key or value. */
export function spotFlag(pair: Pair): Candidate | undefined {
  const word = wordOf(keyText(pair) ?? '');
  const { value } = pair;
  const isFlag = FLAGS.spot.includes(word) || FLAGS['on-demand'].includes(word);
  if (!isFlag || value.kind !== 'scalar' || value.value.type !== 'bool') return undefined;
  const policy = FLAGS.spot.includes(word) === value.value.value ? 'spot' : 'on-demand';
  return {
    title: t('Change to `{0}`', `spot_policy: ${policy}`),
    edits: [renameKey(pair, 'spot_policy'), { span: value.span, newText: policy }],
    meant: true,
    safe: false,
  };
}
