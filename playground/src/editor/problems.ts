import {
  lintGutter,
  linter,
  nextDiagnostic,
  previousDiagnostic,
  setDiagnostics,
  type Diagnostic,
} from '@codemirror/lint';
import type { Extension, Text } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { Problem } from '../protocol';
import { offsetAt } from './positions';

/** Underlines problems and marks their lines. What they are is described by hover.ts. */
export function problemMarks(): Extension {
  return [
    linter(null, { tooltipFilter: () => [] }),
    lintGutter(),
    keymap.of([
      { key: 'F8', run: nextDiagnostic },
      { key: 'Shift-F8', run: previousDiagnostic },
    ]),
  ];
}

/** Shows these problems of the text of an editor in place of those before. */
export function showProblems(view: EditorView, problems: readonly Problem[]): void {
  const marks = problems.map((problem) => toMark(problem, view.state.doc));
  view.dispatch(setDiagnostics(view.state, marks));
}

function toMark({ range, severity, message, code }: Problem, doc: Text): Diagnostic {
  const from = offsetAt(doc, range.start);
  return { from, to: offsetAt(doc, range.end), severity, message, source: code };
}
