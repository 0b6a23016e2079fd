import { problem } from '../../problem/problem';
import { closest } from '../../base/spelling';
import { resolveAlias } from '../../yaml/node';
import { ownerPair, propertyName, schemaOf, type Translate } from './place';
import { choices } from './wording';

/** `enum` and `const`: a value outside the closed list. */
export const valueProblem: Translate = (_error, place) => {
  const schema = schemaOf(place);
  const values = (schema.enum ?? [schema.const]).flatMap((value) =>
    value === null || value === undefined ? [] : String(value),
  );
  const node = resolveAlias(place.node);
  const given = node.kind === 'scalar' ? node.text : '';
  // An older release has what was removed later.
  if (schema.valuesRemoved && values.includes(given)) return undefined;
  const [suggestion] = closest(given, values);
  const advice = suggestion ? `Did you mean \`${suggestion}\`?` : `Use ${choices(values)}.`;
  const at = given === '' ? (ownerPair(place)?.key.span ?? place.node.span) : place.node.span;
  return problem(
    'unknown-value',
    at,
    `\`${given}\` is not a value of \`${propertyName(place)}\`. ${advice}`,
    { data: { given, values, ...(suggestion ? { suggestion } : {}) } },
  );
};
