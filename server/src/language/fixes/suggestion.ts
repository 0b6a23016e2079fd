import type { Edit } from './fix';
import { isPlainText, textAs } from './edit';
import { holds, scalarAt } from './locate';
import { textData, type Context, type Maker } from './maker';

/** Puts what a grammar suggests in the place of what broke, in quotes where YAML would read something else. */
export const applySuggestion: Maker = (context) => {
  const suggestion = textData(context.problem, 'suggestion');
  if (suggestion === undefined) return [];
  const edit = suggestionEdit(context, suggestion);
  const whole = edit.newText.length > suggestion.length + 2 ? edit.newText : suggestion;
  return [{ title: `Change to \`${whole}\``, edits: [edit], safe: true }];
};

/** The same for a name that is only similar: what is written may be right, since the server knows more names. */
export const toSimilarName: Maker = (context) =>
  applySuggestion(context).map((candidate) => ({ ...candidate, safe: false }));

/** The edit that replaces the span of the problem, or the whole scalar where quotes have to be added. */
function suggestionEdit({ analysis, problem, steps }: Context, suggestion: string): Edit {
  const { tree } = analysis;
  const node = scalarAt(steps);
  if (!node || !holds(node.span, problem.span)) return { span: problem.span, newText: suggestion };
  const flow = steps.some((step) => (step.kind === 'pair' ? step.mapping.flow : step.list.flow));
  const { textStart } = node;
  if (textStart === undefined)
    return { span: node.span, newText: textAs(suggestion, tree, { style: node.style, flow }) };
  const from = problem.span.start - textStart;
  const isWhole = from < 0;
  const text = isWhole
    ? suggestion
    : node.text.slice(0, from) + suggestion + node.text.slice(problem.span.end - textStart);
  const wasText = node.value.type === 'str';
  // What was no text, such as a number, is given as YAML; text must stay text.
  if (node.style !== 'plain' || !wasText || isPlainText(text)) {
    return isWhole && node.style !== 'plain'
      ? { span: node.span, newText: textAs(text, tree, { style: node.style, flow }) }
      : { span: problem.span, newText: suggestion };
  }
  return { span: node.span, newText: textAs(text, tree, { style: node.style, flow }) };
}
