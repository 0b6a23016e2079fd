import { lookup } from '../../base/lookup';
import { problem, type Problem } from '../../problem/problem';
import { typesOf, type Schema } from '../../schema/schema';
import { resolveAlias } from '../../yaml/node';
import { schemaOf, type Place } from './place';

/** The problem that a file is not a mapping. */
export function notAMapping(place: Place): Problem {
  const isList = resolveAlias(place.node).kind === 'sequence';
  const list = isList ? onlyList(schemaOf(place)) : undefined;
  const message = list
    ? `This list belongs below \`${list}:\`, indented.`
    : 'A dstack file must be a mapping, with one property per line, e.g. `type: task`.';
  return problem('not-a-mapping', place.node.span, message, list ? { data: { key: list } } : {});
}

/** The list that a file of this kind consists of: `profiles`. */
function onlyList({ required = [], properties }: Schema): string | undefined {
  const [name] = required;
  const property = lookup(properties, name ?? '');
  return required.length === 1 && property && typesOf(property).includes('array')
    ? name
    : undefined;
}
