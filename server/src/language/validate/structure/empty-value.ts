import { problem, type Problem } from '../../problem/problem';
import { isItem, ownerPair, propertyName, schemaOf, type Place } from './place';
import { exampleSentence, formsInWords } from './wording';

/** The problem that a property or an item has no value, and null is not valid. */
export function emptyValue(place: Place): Problem {
  const at = ownerPair(place)?.key.span ?? place.node.span;
  return problem('empty-value', at, messageFor(place), { data: { key: propertyName(place) } });
}

function messageFor(place: Place): string {
  const schema = schemaOf(place);
  const key = propertyName(place);
  const name = isItem(place) ? `An item of \`${key}\`` : `\`${key}\``;
  const [, glued] = /^([A-Za-z_][\w-]*):\S/.exec(key) ?? [];
  if (glued !== undefined && !isItem(place))
    return `Missing space after the colon in \`${glued}:\`.`;
  if (schema.keyDeclares === 'variable')
    return `${name} has no value. In a list, \`- ${key}\` reads it from your shell; \`""\` is an empty text.`;
  return `${name} has no value: it must be ${formsInWords(schema)}.${exampleSentence(schema)}`;
}
