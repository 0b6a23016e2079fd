import { problem } from '../../problem/problem';
import { tagsOf } from '../../schema/variant';
import { closest } from '../../base/spelling';
import { findPair, isEmptyScalar, resolveAlias } from '../../yaml/node';
import { choices } from './value';
import { headSpan, mappingName, schemaOf, type Translate } from './place';

/** `discriminator`: the property that decides what the rest of the mapping may hold is missing or unknown. */
export const tagProblem: Translate = (_error, place) => {
  const schema = schemaOf(place);
  const name = schema.discriminator?.propertyName ?? 'type';
  const mapping = resolveAlias(place.node);
  const pair = mapping.kind === 'mapping' ? findPair(mapping, name) : undefined;
  const tags = tagsOf(schema);
  const isType = name === 'type' && place.path.length === 0;
  const value = pair && resolveAlias(pair.value);
  if (!pair || !value || isEmptyScalar(value)) {
    return problem(
      isType ? 'missing-type' : 'missing-key',
      pair?.key.span ?? headSpan(place),
      `\`${name}\` is missing: ${isType ? 'it says what this file configures' : `${mappingName(place)} requires it`}. Use ${choices(tags)}.`,
      { data: { key: name, mapping: place.path.join('/'), values: tags } },
    );
  }
  const given = value.kind === 'scalar' ? value.text : '';
  const [suggestion] = closest(given, tags);
  const advice = suggestion ? `Did you mean \`${suggestion}\`?` : `Use ${choices(tags)}.`;
  return problem(
    isType ? 'unknown-type' : 'unknown-value',
    value.span,
    `\`${given}\` is not a ${isType ? 'configuration type' : `value of \`${name}\` here`}. ${advice}`,
    { data: { given, values: tags, ...(suggestion ? { suggestion } : {}) } },
  );
};
