import { quote } from '../../base/words';
import { problem, type Problem } from '../../problem/problem';
import { keyText, type MappingNode } from '../../yaml/node';
import type { Place } from './place';

/** The problem that a `: ` makes a mapping of an item that is text, such as a command. */
export function commandIsMapping(place: Place, { pairs: [pair] }: MappingNode): Problem {
  const key = pair && keyText(pair);
  const what = key === undefined ? '' : ` with the key ${quote(key)}`;
  const message = `The \`: \` makes YAML read this as a mapping${what}. Put the whole text in quotes.`;
  return problem('command-is-mapping', place.node.span, message);
}
