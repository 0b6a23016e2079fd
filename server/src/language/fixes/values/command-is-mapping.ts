import { span, type Span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { keyText } from '../../yaml/node';
import { columnOf, dashOf, sourceInQuotes } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import { stepsTo, targetOf, type Step } from '../../edit/locate';
import type { Candidate, FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/** Puts the command in quotes, as in the source, or all such commands of the list. */
export const quoteCommand: FixProvider = ({ analysis, problem, steps }) => {
  const { tree } = analysis;
  const unwrapped = fromWorkflow(tree, steps);
  if (unwrapped) return [unwrapped];
  const edit = quoted(tree, problem.span);
  if (!edit) return [];
  const list = steps.find((step) => step.kind === 'item')?.list;
  const others = analysis.problems.filter(({ code, span: at }) => {
    const step = stepsTo(tree.root, at).find(({ kind }) => kind === 'item');
    return code === 'command-is-mapping' && step?.kind === 'item' && step.list === list;
  });
  const one = { title: t('Put the command in quotes'), edits: [edit] };
  if (others.length < 2) return [one];
  const all = others.map(({ span: at }) => quoted(tree, at));
  return [one, { title: t('Put all commands in the list in quotes'), edits: all }];
};

/** `- run: ls`, as GitHub writes a step: the command alone, with its name in a comment above. */
function fromWorkflow(tree: Tree, steps: readonly Step[]): Candidate | undefined {
  const step = [...steps].reverse().find(({ kind }) => kind === 'item');
  const mapping = step && targetOf(step);
  if (step?.kind !== 'item' || mapping?.kind !== 'mapping' || mapping.flow) return undefined;
  const names = mapping.pairs.map((pair) => keyText(pair) ?? '');
  const run = mapping.pairs[names.findIndex((name) => /^(?:run|command|cmd|script)$/.test(name))];
  const [first, second, ...others] = mapping.pairs;
  if (!run || !first || others.length > 0 || run.value.kind !== 'scalar') return undefined;
  const key = span(run.key.span.start, run.value.span.start);
  const title = t('Write the command without `{0}`', keyText(run) ?? '');
  if (!second) return { title, meant: true, edits: [{ span: key, newText: '' }] };
  if (names[0] !== 'name' || run !== second || first.value.kind !== 'scalar') return undefined;
  const dash = dashOf(tree, step.list, step.index);
  const indent = ' '.repeat(columnOf(tree, dash));
  const above = `# ${first.value.text}${styleOf(tree).eol}${indent}- `;
  const between = tree.text.slice(first.value.span.end, second.key.span.start);
  if (between.includes('#')) return undefined;
  return {
    title,
    meant: true,
    edits: [{ span: span(dash, run.value.span.start), newText: above }],
  };
}

/** Commands of several lines, and those with a comment in them, must be written by hand. */
function quoted({ text, lines }: Tree, at: Span): Edit | undefined {
  const { line } = lines.position(at.start);
  const source = text.slice(at.start, at.end).trimEnd();
  const isOneLine = lines.position(at.start + source.length).line === line;
  if (!isOneLine) return undefined;
  // The comment is part of the line, not of the command.
  return { span: span(at.start, at.start + source.length), newText: sourceInQuotes(source) };
}
