import { problem } from '../../problem/problem';
import { propertyName, schemaOf, type Translate } from './place';

/** `minimum`, `exclusiveMinimum` and `maximum`; of durations in seconds. */
export const rangeProblem: Translate = (error, place) => {
  const { minimum, exclusiveMinimum, maximum, shorthand } = schemaOf(place);
  const unit = shorthand === 'duration' ? ' seconds' : '';
  const low =
    exclusiveMinimum !== undefined
      ? `greater than ${exclusiveMinimum}${unit}`
      : minimum !== undefined
        ? `at least ${minimum}${unit}`
        : undefined;
  const high = maximum !== undefined ? `at most ${maximum}${unit}` : undefined;
  const limits = [low, high].filter((limit) => limit !== undefined).join(' and ');
  return problem('out-of-range', place.node.span, `\`${propertyName(place)}\` must be ${limits}.`, {
    data: { limit: Number(error.params['limit']) },
  });
};
