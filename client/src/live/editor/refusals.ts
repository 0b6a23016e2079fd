import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  tasks,
  workspace,
  type Uri,
} from 'vscode';
import { refusalsIn } from '../plan/place';
import type { Plans } from './plans';
import { appliedFile } from './tasks';

/** The name under which VS Code shows them. */
const SOURCE = 'dstack apply';

/**
 * Shows at its place what the server rejects, after a task that applies has failed. The command line says no place, so the
 * server is asked once more for a plan. What is shown goes as soon as the file changes.
 */
export function showRefusals(plans: Plans): Disposable {
  const refusals = languages.createDiagnosticCollection(SOURCE);
  const show = async (uri: Uri) => {
    const report = (await plans.make(uri))?.report;
    if (report?.kind !== 'failure') return;
    const document = await workspace.openTextDocument(uri);
    const found = refusalsIn(document.getText(), report.failure).map(({ start, end, message }) => {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Error);
      diagnostic.source = SOURCE;
      return diagnostic;
    });
    refusals.set(uri, found);
  };
  return Disposable.from(
    refusals,
    tasks.onDidEndTaskProcess(({ execution: { task }, exitCode }) => {
      const uri = appliedFile(task);
      if (!uri) return;
      refusals.delete(uri);
      if (exitCode !== 0 && exitCode !== undefined) void show(uri);
    }),
    workspace.onDidChangeTextDocument(({ document }) => refusals.delete(document.uri)),
    workspace.onDidCloseTextDocument(({ uri }) => refusals.delete(uri)),
  );
}
