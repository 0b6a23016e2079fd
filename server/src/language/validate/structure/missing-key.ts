import { problem } from '../../problem/problem';
import { headSpan, mappingName, type Translate } from './place';

/** `required`: a required key, reported at the head of its mapping. */
export const missingKey: Translate = (error, place) => {
  const key = String(error.params['missingProperty']);
  const message = `\`${key}\` is missing: ${mappingName(place)} requires it.`;
  return problem('missing-key', headSpan(place), message, {
    data: { key, mapping: place.path.join('/') },
  });
};
