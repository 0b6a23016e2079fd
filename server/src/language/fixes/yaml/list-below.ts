import { styleOf } from '../../edit/layout';
import { span } from '../../base/span';
import type { SequenceNode } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { textData, type Candidate, type FixProvider } from '../fix-provider';
import { t } from '../../l10n/text';

/** A file that is a list: moved below its property, or, for a list of properties, without its dashes. */
export const indentList: FixProvider = ({ analysis: { tree }, problem }) => {
  const key = textData(problem, 'key');
  const { root } = tree;
  if (root?.kind !== 'sequence') return [];
  return key === undefined ? withoutDashes(tree, root) : putBelow(tree, root, key);
};

function withoutDashes(tree: Tree, { items, flow }: SequenceNode): readonly Candidate[] {
  const [first] = items;
  if (flow || !first || !items.every(({ kind }) => kind === 'mapping')) return [];
  const { lines, text } = tree;
  const column = lines.position(first.span.start).character;
  const edits = [];
  for (let line = 0; line < lines.count; line++) {
    const at = lines.start(line);
    const content = text.slice(at, lines.end(line));
    const lead = /^-[ \t]+/.exec(content) ?? /^ */.exec(content.slice(0, column));
    if (lead && lead[0] !== '') edits.push({ span: span(at, at + lead[0].length), newText: '' });
  }
  return [{ title: t('Remove the dashes'), edits }];
}

function putBelow(tree: Tree, root: SequenceNode, key: string): readonly Candidate[] {
  const { lines, text } = tree;
  const title = t('Put the list below `{0}:`', key);
  const { start, end } = root.span;
  if (root.flow) return [{ title, edits: [{ span: span(start, start), newText: `${key}: ` }] }];
  const { eol, listIndent } = styleOf(tree);
  const first = lines.position(start).line;
  const last = lines.position(Math.max(start, end - 1)).line;
  const edits = [];
  for (let line = first; line <= last; line++) {
    const at = lines.start(line);
    const isBlank = text.slice(at, lines.end(line)).trim() === '';
    const head = line === first ? `${key}:${eol}` : '';
    if (!isBlank) edits.push({ span: span(at, at), newText: head + ' '.repeat(listIndent) });
  }
  return [{ title, edits }];
}
