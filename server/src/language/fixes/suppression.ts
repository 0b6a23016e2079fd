import type { Analysis } from '../analysis';
import type { Problem } from '../problem/problem';
import { span } from '../base/span';
import { DISABLE, suppressionsOf } from '../validate/suppression';
import type { Candidate, FixProvider } from './fix-provider';
import { styleOf } from '../edit/layout';
import { t } from '../l10n/text';

/** A comment on the line before that ignores a warning or hint; the code joins a comment that is there already. */
export function ignoreHere({ tree }: Analysis, { code, span: at }: Problem): Candidate {
  const title = t('Ignore `{0}` here', code);
  const { line } = tree.lines.position(at.start);
  const last = suppressionsOf(tree)
    .find((one) => one.line === line)
    ?.codes.at(-1);
  if (last)
    return { title, edits: [{ span: span(last.span.end, last.span.end), newText: `, ${code}` }] };
  const start = tree.lines.start(line);
  const indent = /^[ ]*/.exec(tree.text.slice(start, at.start))?.[0] ?? '';
  const newText = `${indent}# ${DISABLE} ${code}${styleOf(tree).eol}`;
  return { title, edits: [{ span: span(start, start), newText }] };
}

/** Removes a code that ignores nothing; with the last one, the whole comment. */
export const removeSuppression: FixProvider = ({ analysis: { tree }, problem }) => {
  const found = suppressionsOf(tree).find(
    (one) => one.span.start <= problem.span.start && problem.span.end <= one.span.end,
  );
  if (!found) return [];
  const { codes, line } = found;
  const index = codes.findIndex((one) => one.span.start === problem.span.start);
  const title = codes.length > 1 ? t('Remove the code') : t('Remove the comment');
  const next = codes[index + 1];
  const previous = codes[index - 1];
  if (index >= 0 && next)
    return [{ title, edits: [{ span: span(problem.span.start, next.span.start), newText: '' }] }];
  if (index >= 0 && previous)
    return [{ title, edits: [{ span: span(previous.span.end, problem.span.end), newText: '' }] }];
  const start = tree.lines.start(line - 1);
  const before = tree.text.slice(start, found.span.start).trimEnd();
  const at =
    before === ''
      ? span(start, Math.max(found.span.end, tree.lines.start(line)))
      : span(start + before.length, found.span.end);
  return [{ title, edits: [{ span: at, newText: '' }] }];
};
