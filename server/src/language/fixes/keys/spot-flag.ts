import { isCalled } from '../../schema/synonyms';
import { renameKey } from '../../edit/rewrite';
import { keyText, type Pair } from '../../yaml/node';
import { t } from '../../l10n/text';
import type { Candidate } from '../fix-provider';

/** A flag of another tool that says what `spot_policy` says. */
export interface Flag {
  readonly policy: 'spot' | 'on-demand';
  /** What a change to it is. */
  readonly asked: Pick<Candidate, 'meant' | 'safe' | 'preferred'>;
}

const YES = /^(?:true|yes|on|y|1)$/i;
const NO = /^(?:false|no|off|n|0)$/i;

/** `spot: true` and `use_spot: no` of other tools as `spot_policy`; undefined for another key or value. */
export function spotFlag(pair: Pair): Candidate | undefined {
  const flag = readFlag(pair);
  if (!flag) return undefined;
  return {
    title: t('Change to `{0}`', `spot_policy: ${flag.policy}`),
    edits: [renameKey(pair, 'spot_policy'), { span: pair.value.span, newText: flag.policy }],
    ...flag.asked,
  };
}

/** The policy that a flag means; undefined for another property. */
export function readFlag(pair: Pair): Flag | undefined {
  const key = keyText(pair) ?? '';
  const { value } = pair;
  // What an anchor names has a meaning elsewhere.
  if (!isCalled('spot_policy', key) || value.kind !== 'scalar' || value.anchor !== undefined)
    return undefined;
  const isYes = YES.test(value.text);
  if (!isYes && !NO.test(value.text)) return undefined;
  const isOnDemand = /demand/i.test(key);
  const policy = isOnDemand === isYes ? 'on-demand' : 'spot';
  // Without a demand for other instances, `auto` is as likely.
  return { policy, asked: { meant: true, safe: false, preferred: !isOnDemand || isYes } };
}
