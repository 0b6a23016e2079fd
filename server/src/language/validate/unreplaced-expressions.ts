import { namesIn } from '../base/lookup';
import type { Bound } from '../coerce/bind';
import { span, type Span } from '../base/span';
import { problem, type Problem } from '../problem/problem';
import type { Schema } from '../schema/schema';
import { REFERENCES, type ReferenceName } from '../schema/system-variables';
import { parseShorthand } from '../shorthand';
import { textSpan, type Node, type ScalarNode } from '../yaml/node';
import { nodesIn } from '../yaml/walk';

/**
 * `${{ env.NAME }}` and the like where dstack does not replace it. It accepts such a text as it is, so these are
 * warnings.
 */
export function unreplacedExpressions(root: Node, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, isKey } of nodesIn(root)) {
    if (isKey || node.kind !== 'scalar' || !node.text.includes('${{')) continue;
    const schema = bound.schemaOf(node);
    if (schema) problems.push(...unreplaced(node, schema));
  }
  return problems;
}

const EXPRESSION =
  /\$\{\{\s{0,9}((?:env|secrets|run|dstack|groups)[.[][\w.[\]]{1,100})\s{0,9}\}\}/g;

function unreplaced(node: ScalarNode, schema: Schema): readonly Problem[] {
  const name = nameIn(node, schema);
  return [...node.text.matchAll(EXPRESSION)].flatMap(({ 0: expression, 1: given = '', index }) => {
    const isInName = !name || (name.start <= index && index < name.end);
    if (isInName && isReplaced(given, schema)) return [];
    const reference = referenceOf(given);
    const at = textSpan(node, index, index + expression.length);
    const where = reference ? `, only ${REFERENCES[reference].where}` : '';
    const message = `dstack does not replace \`${expression}\` here${where}.`;
    return problem('unknown-reference', span(at.start, at.end), message, {
      severity: 'warning',
      data: { given },
    });
  });
}

/** The part of a shorthand that is a name, in which alone dstack replaces something: not in the path of a mount. */
function nameIn({ value }: ScalarNode, { shorthand, refersTo }: Schema): Span | undefined {
  const read = shorthand && refersTo && parseShorthand(shorthand, value);
  if (!read || !read.ok || read.parts.length === 0) return undefined;
  return read.parts.find(({ kind }) => kind === 'name') ?? span(0, 0);
}

/** The kind of a reference, if it has one. */
function referenceOf(name: string): ReferenceName | undefined {
  return namesIn(REFERENCES).find((kind) => isWritten(REFERENCES[kind].text, name));
}

function isWritten(text: string, name: string): boolean {
  return text.endsWith('.') ? name.startsWith(text) : name.replace(/\d+/g, '0') === text;
}

/** Whether dstack replaces an expression in a text, or rejects it there, which a rule reports. */
function isReplaced(given: string, { embeds }: Schema): boolean {
  if (!embeds) return false;
  const reference = referenceOf(given);
  if (embeds.includes('run.args')) return reference !== 'secrets';
  // Of the commands of `init`, dstack looks only for texts that are nearly an address.
  return !embeds.includes('shell') || (given.startsWith('groups') && !reference);
}
