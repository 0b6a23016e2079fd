import { counted } from '../../base/words';
import { problem } from '../../problem/problem';
import { headSpan, propertyName, type Translate } from './place';

/** `minLength`, `maxLength`, `minItems` and `maxItems`. */
export const lengthProblem: Translate = (error, place) => {
  const limit = Number(error.params['limit']);
  const ofList = error.keyword.endsWith('Items');
  const bound = error.keyword.startsWith('min') ? 'at least' : 'at most';
  const at = ofList ? headSpan(place) : place.node.span;
  return problem(
    'wrong-length',
    at,
    `\`${propertyName(place)}\` must have ${bound} ${counted(limit, ofList ? 'item' : 'character')}.`,
    {
      data: { limit },
    },
  );
};
