import { problem } from '../../problem/problem';
import { keyText, resolveAlias } from '../../yaml/node';
import { propertyName, schemaOf, type Translate } from './place';

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
