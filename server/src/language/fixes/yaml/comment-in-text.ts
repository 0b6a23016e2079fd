import { span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import type { Edit } from '../../edit/edit';
import { indentOf, lastLineInside, lineText } from '../../edit/lines';
import type { Candidate, FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/**
 * A comment that ends a text too early: the comments move above the text, or the text becomes a block in which `#` has
 * no meaning in YAML.
 */
export const commentOutOfText: FixProvider = ({ analysis: { tree }, problem }) => {
  const { line } = tree.lines.position(problem.span.start);
  const own = indentOf(tree, line) ?? 0;
  const first = startOf(tree, line, own);
  const head =
    first === undefined
      ? undefined
      : /^(\s*)(- +|[\w-]+: +)[^\s|>"'#[{]/.exec(lineText(tree, first));
  if (first === undefined || !head) return [];
  const [, indent = '', mark = ''] = head;
  const last = lastLineInside(tree, first, indent.length);
  const comments = commentsIn(tree, first, last);
  if (comments.length === 0) return [];
  const { eol } = styleOf(tree);
  const start = tree.lines.start(first);
  const moved = comments.map(({ text }) => `${indent}${text}${eol}`).join('');
  return [
    {
      title: comments.length === 1 ? t('Move the comment above') : t('Move the comments above'),
      edits: [{ span: span(start, start), newText: moved }, ...comments.map(({ edit }) => edit)],
    },
    asBlock(tree, {
      first,
      last,
      indent: indent.length,
      at: start + indent.length + mark.length,
      eol,
    }),
  ];
};

/** The line with the start of the text that a deeper line continues. */
function startOf(tree: Tree, line: number, own: number): number | undefined {
  for (let above = line - 1; above >= 0; above--) {
    const indent = indentOf(tree, above);
    if (indent !== undefined && indent < own) return above;
  }
  return undefined;
}

/** The comments between two lines, with the edits that remove them. */
function commentsIn(
  tree: Tree,
  first: number,
  last: number,
): readonly { readonly text: string; readonly edit: Edit }[] {
  const found = [];
  for (let line = first; line <= last; line++) {
    const start = tree.lines.start(line);
    const content = lineText(tree, line);
    const at = content.search(/(?:^|\s)#/);
    if (at < 0) continue;
    const isAlone = content.slice(0, at).trim() === '';
    const from = start + content.slice(0, at).trimEnd().length;
    const edit = isAlone
      ? { span: span(start, tree.lines.start(line + 1)), newText: '' }
      : { span: span(from, tree.lines.end(line)), newText: '' };
    found.push({ text: content.slice(at).trim(), edit });
  }
  return found;
}

interface Block {
  readonly first: number;
  readonly last: number;
  readonly indent: number;
  /** Where the text begins. */
  readonly at: number;
  readonly eol: string;
}

function asBlock(tree: Tree, { first, last, indent, at, eol }: Block): Candidate {
  const margin = ' '.repeat(indent + styleOf(tree).unit);
  const edits: Edit[] = [{ span: span(at, at), newText: `|${eol}${margin}` }];
  for (let line = first + 1; line <= last; line++) {
    const start = tree.lines.start(line);
    const [spaces = ''] = /^ */.exec(lineText(tree, line)) ?? [];
    // A line that is indented less would end the block.
    if (spaces.length < margin.length && lineText(tree, line).trim() !== '')
      edits.push({ span: span(start, start + spaces.length), newText: margin });
  }
  return { title: t('Write a block of text with `|`'), edits };
}
