import { quote } from '../../../shorthand/piece';
import { textSpan } from '../../../yaml/node';
import { reportRepeated, type Entry } from '../repeated';
import type { Rule } from '../rule';
import type { Item } from '../view';

/**
 * A list sets each environment variable once.
 * Mirrors `Env.validate_root` of core/models/envs.py.
 */
export const uniqueVariables: Rule = {
  codes: ['duplicate-entry'],
  check(owner, report) {
    const message = (name: string) =>
      `${quote(name)} is set twice in \`env\`: keep one of the two.`;
    reportRepeated(owner.items('env').flatMap(entryOf), message, report);
  },
};

function entryOf({ node, value }: Item): Entry | [] {
  if (typeof value !== 'string') return [];
  const name = value.split('=', 1)[0] ?? value;
  return { id: name, span: node.kind === 'scalar' ? textSpan(node, 0, name.length) : node.span };
}
