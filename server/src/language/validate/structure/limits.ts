import { problem } from '../../problem/problem';
import { keyText, resolveAlias } from '../../yaml/node';
import { headSpan, propertyName, schemaOf, type Translate } from './place';

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

/** `minLength`, `maxLength`, `minItems` and `maxItems`. */
export const lengthProblem: Translate = (error, place) => {
  const limit = Number(error.params['limit']);
  const ofList = error.keyword.endsWith('Items');
  const unit = `${ofList ? 'item' : 'character'}${limit === 1 ? '' : 's'}`;
  const bound = error.keyword.startsWith('min') ? 'at least' : 'at most';
  const at = ofList ? headSpan(place) : place.node.span;
  return problem(
    'wrong-length',
    at,
    `\`${propertyName(place)}\` must have ${bound} ${limit} ${unit}.`,
    {
      data: { limit },
    },
  );
};

/** `pattern` of a value, and `propertyNames` of a key. */
export const patternProblem: Translate = (error, place) => {
  const schema = schemaOf(place);
  const mapping = resolveAlias(place.node);
  if (error.keyword === 'propertyNames' && mapping.kind === 'mapping') {
    const name = String(error.params['propertyName']);
    const pair = mapping.pairs.find((candidate) => keyText(candidate) === name);
    const rule = schema.propertyNames?.description ?? 'has characters that are not allowed';
    return problem(
      'invalid-format',
      pair?.key.span ?? mapping.span,
      `The key \`${name}\` ${rule}.`,
    );
  }
  const rule = schema.examples?.length ? `, e.g. \`${String(schema.examples[0])}\`` : '';
  return problem(
    'invalid-format',
    place.node.span,
    `\`${propertyName(place)}\` does not have the right form${rule}.`,
  );
};
