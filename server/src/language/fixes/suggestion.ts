import { span } from '../base/span';
import { quote } from '../base/words';
import { parseShorthand } from '../shorthand';
import type { ScalarNode } from '../yaml/node';
import type { Edit } from '../edit/edit';
import { isPlainText, textAs } from '../edit/rewrite';
import { holds, scalarAt } from '../edit/locate';
import { textData, type Candidate, type Context, type FixProvider } from './fix-provider';
import { t, type Text } from '../l10n/text';

/**
 * Replaces the broken text by what a grammar suggests, in quotes if YAML would read something else. In a text with
 * several mistakes, such as `16G..32G`, all are repaired together.
 */
export const applySuggestion: FixProvider = (context) => {
  const suggestion = textData(context.problem, 'suggestion');
  if (suggestion === undefined) return [];
  const further = furtherEdit(context, suggestion);
  const edit = further ?? suggestionEdit(context, suggestion);
  const sure = context.problem.data?.['unsure'] !== true;
  const title = titleOf(context, edit, further?.newText ?? suggestion);
  // The default image does not run on all GPUs, which shows when the GPU can be read.
  const reveals: Candidate['reveals'] = ({ code }) => code === 'image-required';
  return [{ title, edits: [edit], preferred: sure, reveals }];
};

/** Maximum number of repaired mistakes of one text. */
const MOST_MISTAKES = 4;

/** The edit for a text with further mistakes, if the grammar has a suggestion for all of them. */
function furtherEdit({ analysis: { bound }, problem, steps }: Context, first: string) {
  const node = scalarAt(steps);
  const shorthand = node && bound.schemaOf(node)?.shorthand;
  if (!shorthand || node.textStart === undefined) return undefined;
  const from = problem.span.start - node.textStart;
  if (from < 0 || !holds(node.span, problem.span)) return undefined;
  let text = node.text.slice(0, from) + first + node.text.slice(problem.span.end - node.textStart);
  for (let count = 1; count < MOST_MISTAKES; count++) {
    const result = parseShorthand(shorthand, { type: 'str', value: text });
    if (result.ok) {
      const isMore = count > 1 && isPlainText(text);
      const at = span(node.textStart, node.textStart + node.text.length);
      return isMore ? { span: at, newText: text } : undefined;
    }
    const { start = 0, end = text.length, data } = result.error;
    const next = data?.['suggestion'];
    if (typeof next !== 'string' || data?.['unsure'] === true) return undefined;
    text = text.slice(0, start) + next + text.slice(end);
  }
  return undefined;
}

/** Maximum length of a value in a title. */
const LONGEST_VALUE = 40;

/** The resulting value; of a long one, the part that changes. */
function titleOf({ analysis: { tree }, steps }: Context, edit: Edit, suggestion: string): Text {
  const { start, end } = edit.span;
  const node = scalarAt(steps);
  const isInside = node?.textStart !== undefined && holds(node.span, edit.span);
  const value = isInside
    ? node.text.slice(0, Math.max(0, start - node.textStart)) +
      suggestion +
      node.text.slice(Math.max(0, end - node.textStart))
    : suggestion;
  const isShort = value !== '' && value.length <= LONGEST_VALUE && !value.includes('\n');
  if (isShort) return t('Change to `{0}`', value);
  if (suggestion !== '') return t('Change to {0}', quote(suggestion));
  return t('Remove {0}', quote(tree.text.slice(start, end).trim()));
}

/** The same for a name that is only similar: the written name may be right, since the server knows more names. */
export const toSimilarName: FixProvider = (context) =>
  applySuggestion(context).map((candidate) => ({ ...candidate, safe: false }));

/** The edit that replaces the span of the problem, or the whole scalar if quotes must be added. */
function suggestionEdit(context: Context, suggestion: string): Edit {
  const { analysis, problem, steps } = context;
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
  // If a number is valid as well, such as for a port, no quotes are needed.
  if (node.style === 'plain' && isNumberFor(context, node, text))
    return { span: node.span, newText: text };
  // For a value that was not text, such as a number, the suggestion is YAML; text must stay text.
  if (node.style !== 'plain' || !wasText || isPlainText(text)) {
    return isWhole && node.style !== 'plain'
      ? { span: node.span, newText: textAs(text, tree, { style: node.style, flow }) }
      : { span: problem.span, newText: suggestion };
  }
  return { span: node.span, newText: textAs(text, tree, { style: node.style, flow }) };
}

function isNumberFor({ analysis: { bound } }: Context, node: ScalarNode, text: string): boolean {
  const { shorthand } = bound.schemaOf(node) ?? {};
  if (!shorthand || !/^[1-9][0-9]*$/.test(text)) return false;
  return parseShorthand(shorthand, { type: 'int', value: BigInt(text) }).ok;
}
