import { listOfNames, quote } from '../../base/words';
import { problem, type Problem } from '../../problem/problem';
import { keyText, type MappingNode } from '../../yaml/node';
import { propertyName, type Place } from './place';

/** The problem that a `: ` or braces make a mapping of an item that is text, such as a command. */
export function commandIsMapping(place: Place, { flow, pairs }: MappingNode): Problem {
  const [pair, ...others] = pairs;
  const keys = pairs.slice(0, 3).map((one) => keyText(one) ?? '…');
  const key = pair && keyText(pair);
  const what = key === undefined ? '' : ` with the key ${quote(key)}`;
  const message = flow
    ? 'The braces make YAML read this as a mapping. Put the whole text in quotes.'
    : others.length > 0
      ? `Each item of \`${propertyName(place)}\` is one text, not a mapping with ${listOfNames(keys)}.`
      : `The \`: \` makes YAML read this as a mapping${what}. Put the whole text in quotes.`;
  return problem('command-is-mapping', place.node.span, message);
}
