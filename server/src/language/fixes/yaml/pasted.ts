import { span, type Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { lineText } from '../../edit/lines';
import type { Candidate } from '../fix-provider';
import { t } from '../../l10n/text';

/** What text from a page or from another language brings along. */

const FENCE = /^\s*```\s*\w*\s*$/;

/** Takes away the code fences of Markdown around a text, if one is on this line. */
export function withoutFences(tree: Tree, line: number): readonly Candidate[] {
  if (!FENCE.test(lineText(tree, line))) return [];
  const edits = linesLike(tree, FENCE).map((one) => ({ span: wholeLine(tree, one), newText: '' }));
  return [
    { title: edits.length > 1 ? t('Remove the code fences') : t('Remove the code fence'), edits },
  ];
}

const SLASHES = /^\s*(?=\/\/)/;

/** Writes `#` for the `//` of lines that are comments in other languages, if this line is one. */
export function commentsOfYaml(tree: Tree, line: number): readonly Candidate[] {
  if (!SLASHES.test(lineText(tree, line))) return [];
  const edits = linesLike(tree, SLASHES).map((one) => {
    const start = tree.lines.start(one) + lineText(tree, one).indexOf('//');
    return { span: span(start, start + 2), newText: '#' };
  });
  return [{ title: t('Begin comments with `#`'), edits }];
}

function linesLike(tree: Tree, pattern: RegExp): readonly number[] {
  return Array.from({ length: tree.lines.count }, (_, line) => line).filter((line) =>
    pattern.test(lineText(tree, line)),
  );
}

/** A line with its break; of the last one the break before it, if it has one. */
function wholeLine({ lines, text }: Tree, line: number): Span {
  return line + 1 < lines.count
    ? span(lines.start(line), lines.start(line + 1))
    : span(lines.start(line), text.length);
}
