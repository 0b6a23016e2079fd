import { Analysis } from '../../../server/src/language';
import { applyEdits } from '../../../server/src/language/fixes';
import { nodesIn } from '../../../server/src/language/yaml/walk';
import { refactoringsAt } from '../../../server/src/language/refactor';
import { checkSpan } from '../places';
import { holds } from '../target';

const URI = 'file:///w/.dstack.yml';

/** Other ways to write a key or a value: they cause no problem and lose no comment. */
export function refactor(text: string): void {
  const before = new Analysis({ uri: URI, text });
  const { root } = before.tree;
  const tried = new Set<string>();
  for (const { node } of root ? nodesIn(root) : []) {
    for (const { title, edits } of refactoringsAt(before, node.span.start)) {
      const key = JSON.stringify(edits);
      if (tried.has(key)) continue;
      tried.add(key);
      let at = 0;
      for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
        checkSpan(span, text, 'refactoring');
        holds(at <= span.start, 'the edits of a refactoring do not overlap');
        at = span.end;
      }
      const after = new Analysis({ uri: URI, text: applyEdits(text, edits) });
      const isClean = after.problems.length <= before.problems.length;
      holds(isClean, 'a refactoring brings no problem', () => [title, after.source.text]);
      const [comments, others] = [before, after].map(commentsOf);
      holds(comments === others, 'a refactoring keeps the comments', () => [
        title,
        after.source.text,
      ]);
    }
  }
}

function commentsOf({ tree }: Analysis): string {
  const texts = tree.comments.map(({ start, end }) => tree.text.slice(start, end).trimEnd());
  return texts.sort().join('\n');
}
