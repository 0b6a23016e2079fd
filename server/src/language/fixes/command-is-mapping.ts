import { span, type Span } from '../span';
import type { Tree } from '../yaml/tree';
import { sourceInQuotes } from './edit';
import type { Edit } from './fix';
import type { Maker } from './maker';
import { stepsTo } from './locate';

/** Puts the command in quotes, as it stands in the source; on request all of the list. */
export const quoteCommand: Maker = ({ analysis, problem, steps }) => {
  const { tree } = analysis;
  const edit = quoted(tree, problem.span);
  if (!edit) return [];
  const list = steps.find((step) => step.kind === 'item')?.list;
  const others = analysis.problems.filter(({ code, span: at }) => {
    const step = stepsTo(tree.root, at).find(({ kind }) => kind === 'item');
    return code === 'command-is-mapping' && step?.kind === 'item' && step.list === list;
  });
  const one = { title: 'Put the command in quotes', edits: [edit], safe: true };
  if (others.length < 2) return [one];
  const all = others.map(({ span: at }) => quoted(tree, at));
  return [one, { title: 'Put all commands of the list in quotes', edits: all, safe: true }];
};

/** Commands of several lines, and those in which a comment stands, have to be written by hand. */
function quoted({ text, lines }: Tree, at: Span): Edit | undefined {
  const { line } = lines.position(at.start);
  const source = text.slice(at.start, at.end).trimEnd();
  const isOneLine = lines.position(at.start + source.length).line === line;
  if (!isOneLine) return undefined;
  // The comment is part of the line, not of the command.
  return { span: span(at.start, at.start + source.length), newText: sourceInQuotes(source) };
}
