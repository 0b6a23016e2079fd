import * as python from '../python/python';
import { code } from './markdown';

/** Who commands run as: `The user ubuntu`, `The user with the ID 1000 and the group with the ID 1000`. */
export function explainUnixUser(text: string): string {
  const [user = '', group] = text.split(':');
  const who = `the user ${nameOrId(user)}`;
  return `Commands run as ${group === undefined ? who : `${who} and the group ${nameOrId(group)}`}.`;
}

function nameOrId(text: string): string {
  return python.int(text) === undefined ? code(text) : `with the ID ${python.strip(text)}`;
}
