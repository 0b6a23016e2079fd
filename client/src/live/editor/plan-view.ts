import {
  CodeLens,
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
  type CodeLensProvider,
  type TextDocumentContentProvider,
} from 'vscode';
import { editFor, type Wish } from '../plan/edit';
import { isPlanned } from '../plan/report';
import { line, type PlanLine } from '../plan/line';
import { planLines } from '../plan/text';
import { fileOf, PLAN_SCHEME, type FilePlan, type Plans } from './plans';
import type { Session } from './session';
import { withoutAddresses } from './words';

/** The language of plans: package.json wraps its long lines. */
const LANGUAGE = 'dstack-plan';

const APPLY_WISH = 'dstack.applyPlanEdit';

/** The command that shows the plan of a file beside it. The view follows the file when it is saved. */
export function registerPlanView(plans: Plans, session: Session): Disposable {
  const view = new PlanView(plans, session);
  return Disposable.from(
    view,
    workspace.registerTextDocumentContentProvider(PLAN_SCHEME, view),
    languages.registerCodeLensProvider({ scheme: PLAN_SCHEME }, view),
    commands.registerCommand('dstack.showPlan', (uri?: Uri) => show(plans, uri)),
    commands.registerCommand(APPLY_WISH, (uri: string, wish: Wish) => edit(Uri.parse(uri), wish)),
  );
}

async function show(plans: Plans, uri = window.activeTextEditor?.document.uri): Promise<void> {
  if (!uri) return;
  await plans.make(uri);
  const opened = await workspace.openTextDocument(viewOf(uri));
  const document = await languages.setTextDocumentLanguage(opened, LANGUAGE);
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    preserveFocus: true,
    preview: true,
  });
}

function viewOf(uri: Uri): Uri {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return Uri.from({
    scheme: PLAN_SCHEME,
    path: `/${l10n.t('{0} (plan)', name)}`,
    query: uri.toString(),
  });
}

class PlanView implements TextDocumentContentProvider, CodeLensProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly lensesChanged = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.lensesChanged.event;
  private readonly listener: Disposable;

  constructor(
    private readonly plans: Plans,
    private readonly session: Session,
  ) {
    this.listener = plans.onDidChange((uri) => {
      this.changed.fire(viewOf(uri));
      this.lensesChanged.fire();
    });
  }

  provideTextDocumentContent(view: Uri): string {
    return this.linesOf(view)
      .map(({ text }) => `${withoutAddresses(text)}\n`)
      .join('');
  }

  /** What can be done about a reason, above it. */
  provideCodeLenses({ uri: view }: { readonly uri: Uri }): CodeLens[] {
    return this.linesOf(view).flatMap(({ wish }, line) => {
      if (!wish) return [];
      const [title, tooltip] = [
        titleOf(wish),
        l10n.t('Change the file; the plan follows when you save it'),
      ];
      const range = new Range(line, 0, line, 0);
      return [
        new CodeLens(range, { title, tooltip, command: APPLY_WISH, arguments: [view.query, wish] }),
      ];
    });
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
    this.lensesChanged.dispose();
  }

  private linesOf(view: Uri): readonly PlanLine[] {
    const { failure, connection } = this.session.state;
    if (!connection)
      return [line(l10n.t('There is no plan: VS Code is not connected to a dstack server.'))];
    if (failure) return [line(l10n.t('No plan. {0}', failure.message))];
    const plan = this.plans.of(fileOf(view));
    if (!plan)
      return [line(l10n.t('There is no plan: the file has errors, or is not a configuration.'))];
    const heading = headingOf(plan, connection.project);
    if (plan.report) return planLines(plan.report, heading);
    return [line(heading), line(), line(withoutReport(plan.input.type))];
  }
}

function headingOf({ input, asOf }: FilePlan, project: string): string {
  const what = input.name === null ? input.type : `${input.type} ${input.name}`;
  return l10n.t('Plan of {0} in project {1}, {2}', what, project, asOf);
}

function withoutReport(type: string): string {
  if (isPlanned(type)) return l10n.t('The server did not answer: save the file to ask again.');
  return l10n.t('The server has no plan for this type: {0}.', type);
}

function titleOf(wish: Wish): string {
  switch (wish.kind) {
    case 'remove':
      return l10n.t('Remove {0}', String(wish.path.at(-1)));
    case 'set':
      return l10n.t('Set {0} to {1}', String(wish.path.at(-1)), wish.value);
    case 'add':
      return l10n.t('Add {0}: {1}', wish.key, wish.value);
  }
}

/** Makes the change in the editor of the file, if the file is still one in which it is safe. */
async function edit(uri: Uri, wish: Wish): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const change = editFor(document.getText(), wish);
  if (!change) {
    void window.showInformationMessage(
      l10n.t('The file is written in a way that needs your own edit.'),
    );
    return;
  }
  const range = new Range(document.positionAt(change.start), document.positionAt(change.end));
  const edits = new WorkspaceEdit();
  edits.replace(uri, range, change.text);
  await workspace.applyEdit(edits);
  // The next step is to save it.
  const shown = window.visibleTextEditors.find((one) => one.document === document);
  await window.showTextDocument(document, shown?.viewColumn ?? ViewColumn.One);
}
