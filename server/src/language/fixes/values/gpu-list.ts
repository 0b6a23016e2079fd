import { parseShorthand } from '../../shorthand';
import { isRecord } from '../../base/lookup';
import { span } from '../../base/span';
import { resolveAlias, type SequenceNode } from '../../yaml/node';
import { columnOf, dashOf } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import { hasComment, type Step } from '../../edit/locate';
import type { Candidate, Context } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/** A list in the place of a GPU: `A100,H100` from its names; a list with comments is moved into `name`. */
export function joinNames(
  { analysis: { tree } }: Context,
  step: Step,
  list: SequenceNode,
): Candidate | undefined {
  if (step.kind !== 'pair') return undefined;
  const texts = list.items.map((item) => {
    const node = resolveAlias(item);
    return node.kind === 'scalar' ? node.text.trim() : '';
  });
  const [first = ''] = texts;
  const [, ...details] = first.split(':');
  // The parts after the name apply to all names.
  const rest = ['', ...details].join(':');
  const names = texts.map((text) => text.slice(0, text.length - rest.length));
  const fits = texts.every((text, index) => text === `${names[index] ?? ''}${rest}`);
  if (!fits || !names.every(isName)) return undefined;
  const start = (step.pair.colon ?? list.span.start) + 1;
  if (!hasComment(tree, span(start, list.span.end))) {
    const joined = `${names.join(',')}${rest}`;
    const newText = step.mapping.flow ? ` "${joined}"` : ` ${joined}`;
    return {
      title: t('Change to `{0}`', joined),
      edits: [{ span: span(start, list.span.end), newText }],
      meant: true,
    };
  }
  return rest === '' && !list.flow ? below(tree, step, list) : undefined;
}

function isName(text: string): boolean {
  if (!/^[a-z]/i.test(text)) return false;
  const read = parseShorthand('gpu', { type: 'str', value: text });
  return read.ok && isRecord(read.value) && Object.keys(read.value).join() === 'name';
}

/** The list below `name`. */
function below(
  tree: Context['analysis']['tree'],
  step: Extract<Step, { kind: 'pair' }>,
  list: SequenceNode,
): Candidate {
  const { unit, eol } = styleOf(tree);
  const indent = columnOf(tree, step.pair.key.span.start) + unit;
  const first = tree.lines.position(dashOf(tree, list, 0)).line;
  const last = tree.lines.position(list.span.end).line;
  const edits: Edit[] = [];
  for (let line = first; line <= last; line++) {
    const at = tree.lines.start(line);
    const head = line === first ? `${' '.repeat(indent)}name:${eol}` : '';
    const isBlank = tree.text.slice(at, tree.lines.end(line)).trim() === '';
    if (!isBlank) edits.push({ span: span(at, at), newText: head + ' '.repeat(unit) });
  }
  return { title: t('Write the names in `name`'), edits };
}
