import type { Forms, Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { toBoolean } from '../pydantic/conversions';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import { textGrammar } from './grammar/text';

export interface EntityReference {
  readonly project: string | null;
  readonly name: string;
}

const CODE = 'entity-reference';

const FORMS: Forms = {
  labels: { NAME: { NAME: 'name' }, 'PROJECT/NAME': { PROJECT: 'project', NAME: 'name' } },
  continuations: ['x'],
};

/** `NAME` or `PROJECT/NAME`. Mirrors `EntityReference.parse` of core/models/common.py. */
export const entityReference: Shorthand<EntityReference> = {
  noun: 'name',
  read: textGrammar({
    code: CODE,
    expected: 'a name such as `my-fleet` or `main/my-fleet`',
    numbers: false,
    read: readReference,
  }),
  forms: FORMS,
};

/** The same where numbers count as names. Mirrors `FleetReferenceOrShorthand` of core/models/profiles.py. */
export const fleetReference: Shorthand<EntityReference> = {
  noun: 'name',
  read: textGrammar({
    code: CODE,
    expected: 'the name of a fleet such as `my-fleet` or `main/my-fleet`',
    numbers: true,
    read: readReference,
  }),
  forms: FORMS,
};

const gatewayName = textGrammar({
  code: CODE,
  expected: 'the name of a gateway, `true` or `false`',
  numbers: true,
  read: readReference,
});

/**
 * A switch, or the name of a gateway. Mirrors the union `bool | EntityReference | str`, tried in this order, and
 * `ServiceConfigurationParams.validate_gateway` of core/models/configurations.py.
 */
export const gateway: Shorthand<boolean | EntityReference> = {
  noun: 'name or boolean',
  read: (scalar) => {
    const on = toBoolean(scalar);
    return on === undefined ? gatewayName(scalar) : parsed(on);
  },
  forms: FORMS,
};

function readReference(text: Piece): Parsed<EntityReference> {
  const pieces = text.split('/');
  if (pieces.some((piece) => piece.text === '')) return emptyName(text);
  const [first = text, second, ...more] = pieces;
  if (more.length > 0) {
    const message = `${quote(text.text)} has too many \`/\`: write a name, or \`PROJECT/NAME\`.`;
    return refuse(CODE, text, message);
  }
  if (second === undefined) {
    return parsed({ project: null, name: first.text }, [first.part('name')]);
  }
  const parts = [first.part('project'), second.part('name')];
  return parsed({ project: first.text, name: second.text }, parts);
}

/** A missing name beside a slash. If there are too many slashes in one place, they are the mistake. */
function emptyName(text: Piece): Parsed<EntityReference> {
  const names = text.text.split('/').filter((name) => name !== '');
  const repaired = names.join('/');
  if (names.length === 0 || names.length > 2) {
    return refuse(CODE, text, 'Write a name, or `PROJECT/NAME`.');
  }
  const message = `Extra \`/\`: write ${quote(repaired)}.`;
  const stray = /^\/+|(?<=\/)\/+|(?<!\/)\/+$/.exec(text.text);
  const place = stray && text.slice(stray.index, stray.index + stray[0].length);
  return place && text.text.length - place.text.length === repaired.length
    ? refuse(CODE, place, message, { suggestion: '' })
    : refuse(CODE, text, message, { suggestion: repaired });
}
