import { listOfNames, quote } from '../../base/words';
import { problem, type Problem } from '../../problem/problem';
import { keyText, type MappingNode } from '../../yaml/node';
import { propertyName, type Place } from './place';

/** The problem that a `: ` or braces make a mapping of an item that is text, such as a command. */
export function commandIsMapping(place: Place, mapping: MappingNode): Problem {
  return problem('command-is-mapping', place.node.span, messageFor(place, mapping));
}

/** Keys that a message names. */
const MOST_KEYS = 3;

function messageFor(place: Place, { flow, pairs }: MappingNode): string {
  if (flow) return 'The braces make YAML read this as a mapping. Put the whole text in quotes.';
  const [pair, ...others] = pairs;
  if (others.length > 0) {
    const keys = pairs.slice(0, MOST_KEYS).map((one) => keyText(one) ?? '…');
    return `Each item of \`${propertyName(place)}\` is one text, not a mapping with ${listOfNames(keys)}.`;
  }
  const key = pair && keyText(pair);
  const what = key === undefined ? '' : ` with the key ${quote(key)}`;
  return `The \`: \` makes YAML read this as a mapping${what}. Put the whole text in quotes.`;
}
