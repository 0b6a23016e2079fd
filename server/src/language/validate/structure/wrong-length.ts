import { counted } from '../../base/words';
import { problem } from '../../problem/problem';
import { headSpan, propertyName, type Translate } from './place';

/** `minLength`, `maxLength`, `minItems` and `maxItems`. */
export const lengthProblem: Translate = (error, place) => {
  const limit = Number(error.params['limit']);
  const ofList = error.keyword.endsWith('Items');
  const length = counted(limit, ofList ? 'item' : 'character');
  const name = propertyName(place);
  const message = error.keyword.startsWith('min')
    ? `\`${name}\` must have at least ${length}.`
    : `\`${name}\` must have at most ${length}.`;
  const at = ofList ? headSpan(place) : place.node.span;
  return problem('wrong-length', at, message, { data: { limit } });
};
