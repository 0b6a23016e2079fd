import { EditorView } from '@codemirror/view';
import { describeHere } from './editor/hover';
import { offsetAt } from './editor/positions';
import { byId, element, sentence } from './elements';
import type { Problem } from './protocol';

/** The list of problems below the editor. */
export class ProblemList {
  private readonly summary = byId('summary', HTMLElement);
  private readonly rows = byId('problems', HTMLElement);

  /** The problems of the rows, in their order. */
  private shown: readonly string[] = [];

  constructor(private readonly view: EditorView) {}

  /** Shows these problems of the text as it is now. */
  show(problems: readonly Problem[]): void {
    const isEmpty = this.view.state.doc.length === 0;
    const summary = isEmpty
      ? 'Write a configuration, or start from a template.'
      : counted(problems);
    // Screen readers read out each change of it.
    if (this.summary.textContent !== summary) this.summary.textContent = summary;
    this.showRows(isEmpty ? [] : problems);
  }

  /** A problem that stays keeps the focus: a check must not take it from the row that the user has reached. */
  private showRows(problems: readonly Problem[]): void {
    const keys = problems.map((one) => JSON.stringify(one));
    if (keys.join() === this.shown.join()) return;
    const focused = [...this.rows.children].findIndex((row) =>
      row.contains(document.activeElement),
    );
    this.rows.replaceChildren(...problems.map((one) => this.row(one)));
    const same = keys.indexOf(this.shown[focused] ?? '');
    this.rows.children[same]?.querySelector('button')?.focus();
    this.shown = keys;
  }

  private row(problem: Problem): Node {
    const { severity, message, code, range } = problem;
    const { start } = range;
    const place = `Line ${String(start.line + 1)}, column ${String(start.character + 1)}`;
    const button = element('button', { type: 'button', className: severity }, [
      element('strong', {}, [`${severity}: `]),
      ...sentence(message),
      ' ',
      element('code', {}, [code]),
      ' ',
      element('small', {}, [place]),
    ]);
    button.addEventListener('click', () => this.open(problem));
    return element('li', {}, [button]);
  }

  /** Goes to a problem and opens the box with its fixes. */
  private open({ range }: Problem): void {
    const { view } = this;
    const anchor = offsetAt(view.state.doc, range.start);
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor) });
    view.focus();
    describeHere(view);
  }
}

/** The verdict, with the number of problems. A warning may say that not all of the file was checked. */
function counted(problems: readonly Problem[]): string {
  const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
  const counts = ['error', 'warning', 'hint'].flatMap((severity) => {
    const number = count(severity);
    return number > 0 ? [`${String(number)} ${severity}${number === 1 ? '' : 's'}`] : [];
  });
  if (count('error') > 0) return `dstack rejects this file: ${counts.join(', ')}`;
  if (count('warning') > 0) return `No errors: ${counts.join(', ')}`;
  return ['dstack accepts this file', ...counts].join(': ');
}
