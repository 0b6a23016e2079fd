import { findingsOf } from '../../../server/src/cli/findings';
import { Analysis, diagnostics, PROBLEM_TITLES } from '../../../server/src/language';
import { effectivePairs, resolveAlias, type Node } from '../../../server/src/language/yaml/node';
import { deepestNodeAt } from '../../../server/src/language/yaml/walk';
import { checkRange, checkSpan } from '../places';
import { holds } from '../target';

const URI = 'file:///w/.dstack.yml';

/** Binding and the whole analysis: well-formed problems, the same for the server, the command line, and other line ends. */
export function verdict(text: string): void {
  const analysis = new Analysis({ uri: URI, text });
  for (const { code, span, message, related = [] } of analysis.problems) {
    holds(code in PROBLEM_TITLES, 'every problem has a known code', () => code);
    checkSpan(span, text, `problem ${code}`);
    const isShort = message.trim() !== '' && message.split(/\r|\n/).length <= 2;
    holds(isShort, 'every problem has a message of a line or two', () => [code, message]);
    for (const other of related) checkSpan(other.span, text, `related to ${code}`);
  }
  checkSameEverywhere(analysis);
  checkLineEnds(analysis);
  const { root } = analysis.tree;
  if (root && !analysis.tree.broken) checkPaths(root, analysis);
}

/** An editor and the command line show the same. */
function checkSameEverywhere(analysis: Analysis): void {
  const reported = diagnostics(analysis);
  const findings = findingsOf('-', analysis);
  holds(reported.length === findings.length, 'the command line finds what the server finds');
  reported.forEach((diagnostic, index) => {
    checkRange(diagnostic.range, analysis, 'diagnostic');
    const { line = 0, column = 0, endLine = 0, endColumn = 0, code } = findings[index] ?? {};
    const { start, end } = diagnostic.range;
    const isSame =
      [start.line + 1, start.character + 1].join() === [line, column].join() &&
      [end.line + 1, end.character + 1].join() === [endLine, endColumn].join();
    holds(isSame && diagnostic.code === code, 'the command line finds what the server finds');
  });
  const again = new Analysis({ uri: URI, text: analysis.source.text });
  const isSame = JSON.stringify(again.problems) === JSON.stringify(analysis.problems);
  holds(isSame, 'the same text has the same problems');
}

/** YAML reads CRLF as LF. */
function checkLineEnds({ source: { text }, problems }: Analysis): void {
  if (text.includes('\r')) return;
  const other = new Analysis({ uri: URI, text: text.replaceAll('\n', '\r\n') });
  const [codes, others] = [problems, other.problems].map((all) => all.map(({ code }) => code));
  const isSame = JSON.stringify(codes) === JSON.stringify(others);
  holds(isSame, 'a text with CRLF has the same problems', () => [codes, others]);
}

/** Each bound node is at the place of its path. */
function checkPaths(root: Node, { bound }: Analysis): void {
  const visit = (node: Node): void => {
    const found = deepestNodeAt(root, bound.pathOf(node));
    holds(found === node, 'the path of a node leads to the node', () => bound.pathOf(node));
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind !== 'mapping') return;
    for (const pair of effectivePairs(node)) {
      const key = resolveAlias(pair.key);
      const isText = key.kind === 'scalar' && key.value.type === 'str';
      if (isText && node.pairs.includes(pair)) visit(pair.value);
    }
  };
  visit(root);
}
