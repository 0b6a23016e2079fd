import { closest } from '../../base/spelling';
import { problem } from '../../problem/problem';
import { keyText, resolveAlias } from '../../yaml/node';
import { propertyName, schemaOf, type Translate } from './place';
import { choices } from './wording';

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
  const words = Object.keys(schema.valueDescriptions ?? {});
  const [suggestion] = mapping.kind === 'scalar' ? closest(mapping.text, words) : [];
  const examples = (schema.examples ?? []).map(String).slice(0, 2);
  const rule = examples.length > 0 ? `, e.g. ${choices(examples)}` : '';
  const form = schema.patternDescription ?? 'does not have the right form';
  const advice = suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`;
  return problem(
    'invalid-format',
    place.node.span,
    `\`${propertyName(place)}\` ${form}${rule}.${advice}`,
    suggestion === undefined ? {} : { data: { suggestion } },
  );
};
