import { closest } from '../../base/spelling';
import { problem } from '../../problem/problem';
import { tagsOf } from '../../schema/variant';
import { findPair, isEmptyScalar, resolveAlias } from '../../yaml/node';
import { missingTag } from './missing-type';
import { isRootType, schemaOf, type Translate } from './place';
import { choices, nodeInWords } from './wording';

/** `discriminator`: the property that decides what the rest of the mapping may hold is missing or unknown. */
export const tagProblem: Translate = (_error, place) => {
  const schema = schemaOf(place);
  const name = schema.discriminator?.propertyName ?? 'type';
  const mapping = resolveAlias(place.node);
  const pair = mapping.kind === 'mapping' ? findPair(mapping, name) : undefined;
  const tags = tagsOf(schema);
  const value = pair && resolveAlias(pair.value);
  if (!value || isEmptyScalar(value)) return missingTag(place, name, tags, pair);
  const isType = isRootType(place, name);
  if (value.kind === 'mapping' || value.kind === 'sequence')
    return problem(
      isType ? 'unknown-type' : 'wrong-type',
      pair.key.span,
      `\`${name}\` must be ${choices(tags)}, not ${nodeInWords(value)}.`,
      { data: { expected: ['string'], given: value.kind } },
    );
  const given = value.kind === 'scalar' ? value.text : '';
  // An older release has what was removed later.
  if (schema.enum?.includes(given)) return undefined;
  const [suggestion] = closest(given, tags);
  const advice = suggestion ? `Did you mean \`${suggestion}\`?` : `Use ${choices(tags)}.`;
  const fact = isType
    ? `\`${given}\` is not a configuration type.`
    : `\`${given}\` is not a value of \`${name}\` here.`;
  return problem(isType ? 'unknown-type' : 'unknown-value', value.span, `${fact} ${advice}`, {
    data: { given, values: tags, ...(suggestion ? { suggestion } : {}) },
  });
};
