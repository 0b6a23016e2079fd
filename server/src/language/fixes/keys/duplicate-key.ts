import { keyIdentity, type Pair } from '../../yaml/node';
import { removePair } from '../../edit/rewrite';
import { lastPair } from '../../edit/locate';
import type { FixProvider } from '../fix-provider';
import { t } from '../../l10n/text';

/** Removes one of two properties of the same name. dstack uses the last, so the first has no effect. */
export const removeRepeated: FixProvider = ({ analysis, steps }) => {
  const place = lastPair(steps);
  if (!place) return [];
  const { mapping, pair } = place;
  const identity = keyIdentity(pair);
  const earlier = mapping.pairs.find((one) => one !== pair && keyIdentity(one) === identity);
  const { tree } = analysis;
  // A tag can be all that differs, and what it says would be gone.
  const isTagged = (one: Pair | undefined) => one?.value.tag !== undefined;
  const isSame = isTagged(earlier) === isTagged(pair);
  return [
    ...(earlier
      ? [
          {
            title: t('Remove the overridden duplicate'),
            edits: [removePair(tree, mapping, earlier)],
            ...(isSame ? {} : ({ safe: false } as const)),
          },
        ]
      : []),
    { title: t('Remove this one'), edits: [removePair(tree, mapping, pair)] },
  ];
};
