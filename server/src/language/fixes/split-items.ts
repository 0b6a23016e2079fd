import type { Schema } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import { span } from '../span';
import type { ScalarNode } from '../yaml/node';
import { columnOf, textAs } from './edit';
import { hasComment, type Step } from './locate';
import type { Candidate, Context } from './maker';
import { styleOf } from './style';

/** One text where a list belongs: its lines, what stands between its commas, or all of it, as items. */
export function splitIntoItems(
  { analysis: { tree } }: Context,
  step: Step,
  node: ScalarNode,
  items: Schema,
): Candidate | undefined {
  if (step.kind !== 'pair') return undefined;
  const texts = textsOf(node, items);
  if (!texts) return undefined;
  const { flow } = step.mapping;
  const source = tree.text.slice(node.span.start, node.span.end);
  const isAsWritten =
    texts.length === 1 && !source.includes('\n') && !(flow && node.style === 'plain');
  const written = isAsWritten
    ? [source]
    : texts.map((text) => textAs(text, tree, { style: 'plain', flow }));
  const { listIndent, eol } = styleOf(tree);
  const column = columnOf(tree, step.pair.key.span.start) + listIndent;
  const dash = `${eol}${' '.repeat(column)}- `;
  const newText = flow ? ` [${written.join(', ')}]` : dash + written.join(dash);
  const start = (step.pair.colon ?? node.span.start) + 1;
  // The line breaks at the end of a block of text belong to the file.
  const end = tree.text.slice(0, node.span.end).trimEnd().length;
  return {
    title: texts.length === 1 ? 'Write a list' : 'Write a list with an item each',
    edits: [{ span: span(start, end), newText }],
    safe: texts.length === 1 && !hasComment(tree, span(start, end)),
  };
}

function textsOf(node: ScalarNode, items: Schema): readonly string[] | undefined {
  if (node.style === 'literal' || node.style === 'folded') return commandsOf(node.text);
  return wordsOf(node, items) ?? [node.text];
}

/** The lines of a text, where each is a command of its own. */
function commandsOf(text: string): readonly string[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isPart = (line: string) =>
    /^\s|\\$|<<|^(?:if|for|while|case|do|done|then|else|elif|fi|esac)\b|[({]\s*$|^\s*[)}]/.test(
      line,
    );
  if (lines.length === 0 || lines.some((line) => isPart(line.trimEnd()))) return undefined;
  return lines.map((line) => line.trim());
}

/** What commas divide, or variables that stand one behind the other; undefined for one text. */
function wordsOf(node: ScalarNode, items: Schema): readonly string[] | undefined {
  if (node.style !== 'plain') return undefined;
  const words = node.text.split(',').map((word) => word.trim());
  if (words.length > 1 && words.every((word) => isItem(word, items))) return words;
  const variables = node.text.split(/\s+/);
  const areVariables = variables.every((word) => /^[A-Z_][A-Z0-9_]*=\S*$/.test(word));
  return variables.length > 1 && areVariables ? variables : undefined;
}

function isItem(word: string, { shorthand }: Schema): boolean {
  if (shorthand) return parseShorthand(shorthand, { type: 'str', value: word }).ok;
  return /^[\w./:=-]+$/.test(word);
}
