import { EditorSelection, type ChangeSpec, type EditorState } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { onEnterRules } from '../../../language-configuration.json';

const LEVEL = '  ';

interface EnterRule {
  readonly beforeText: RegExp;
  readonly afterText: RegExp;
  readonly previousLineText: RegExp;
  /** What follows the indentation of the line before. */
  readonly added: string;
}

/** The rules of the extension, of which the first that matches decides. */
const RULES: readonly EnterRule[] = onEnterRules.map((rule) => ({
  beforeText: new RegExp(rule.beforeText),
  afterText: new RegExp(rule.afterText ?? ''),
  previousLineText: new RegExp(rule.previousLineText ?? ''),
  added: (rule.action.indent === 'indent' ? LEVEL : '') + (rule.action.appendText ?? ''),
}));

/** Enter: a new line, with the indentation that the extension gives it in VS Code. */
export const newLine: Command = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const spec = state.changeByRange((range) => {
    const changes: ChangeSpec = {
      from: range.from,
      to: range.to,
      insert: `\n${indentationAfter(state, range.from, range.to)}`,
    };
    const inserted = state.changes(changes).newLength - state.doc.length;
    return { changes, range: EditorSelection.cursor(range.to + inserted) };
  });
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input' }));
  return true;
};

function indentationAfter({ doc }: EditorState, from: number, to: number): string {
  const line = doc.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const after = doc.sliceString(to, doc.lineAt(to).to);
  const previous = line.number > 1 ? doc.line(line.number - 1).text : '';
  const rule = RULES.find(
    ({ beforeText, afterText, previousLineText }) =>
      beforeText.test(before) && afterText.test(after) && previousLineText.test(previous),
  );
  return (/^[ \t]*/.exec(before)?.[0] ?? '') + (rule?.added ?? '');
}
