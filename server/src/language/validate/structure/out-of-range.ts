import { problem } from '../../problem/problem';
import { SHORTHANDS } from '../../shorthand';
import { propertyName, schemaOf, type Translate } from './place';

/** `minimum`, `exclusiveMinimum` and `maximum`; of shorthands in the unit that their value counts. */
export const rangeProblem: Translate = (error, place) => {
  const { minimum, exclusiveMinimum, maximum, shorthand } = schemaOf(place);
  const { unit: counted } = (shorthand && SHORTHANDS[shorthand]) ?? {};
  const unit = counted === undefined ? '' : ` ${counted}`;
  const low =
    exclusiveMinimum !== undefined
      ? `greater than ${exclusiveMinimum}${unit}`
      : minimum !== undefined
        ? `at least ${minimum}${unit}`
        : undefined;
  const high = maximum !== undefined ? `at most ${numberText(maximum)}${unit}` : undefined;
  const limits = [low, high].filter((limit) => limit !== undefined).join(' and ');
  return problem('out-of-range', place.node.span, `\`${propertyName(place)}\` must be ${limits}.`, {
    data: { limit: Number(error.params['limit']) },
  });
};

/** A limit of 2^63 - 1, which a number cannot be, is kept as 2^63. */
function numberText(limit: number): string {
  return limit === 2 ** 63 ? '9223372036854775807' : String(limit);
}
