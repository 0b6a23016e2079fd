import type { Bound } from '../coerce/bind';
import { span } from '../base/span';
import { problem, type Problem } from '../problem/problem';
import { REFERENCES } from '../schema/system-variables';
import { textSpan, type Node, type ScalarNode } from '../yaml/node';
import { nodesIn } from '../yaml/walk';

/**
 * `${{ env.NAME }}` and the like in a text in which dstack replaces none. It accepts such a text as it is, so these are
 * warnings.
 */
export function unreplacedExpressions(root: Node, bound: Bound): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node, isKey } of nodesIn(root)) {
    if (isKey || node.kind !== 'scalar' || !node.text.includes('${{')) continue;
    const schema = bound.schemaOf(node);
    if (schema && !schema.embeds) problems.push(...unreplaced(node));
  }
  return problems;
}

const EXPRESSION =
  /\$\{\{\s{0,9}((?:env|secrets|run|dstack|groups)[.[][\w.[\]]{1,100})\s{0,9}\}\}/g;

function unreplaced(node: ScalarNode): readonly Problem[] {
  return [...node.text.matchAll(EXPRESSION)].map(({ 0: expression, 1: name = '', index }) => {
    const at = textSpan(node, index, index + expression.length);
    const found = Object.values(REFERENCES).find(({ text }) => isWritten(text, name));
    const where = found ? `, only ${found.where}` : '';
    const message = `dstack does not replace \`${expression}\` here${where}.`;
    return problem('unknown-reference', span(at.start, at.end), message, {
      severity: 'warning',
      data: { given: name },
    });
  });
}

function isWritten(text: string, name: string): boolean {
  return text.endsWith('.') ? name.startsWith(text) : name.replace(/\d+/g, '0') === text;
}
