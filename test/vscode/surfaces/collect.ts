import * as vscode from 'vscode';
import { extension, inWorkspace } from '../suite/editor';
import { byFile, type Problems } from './problem';

/** Milliseconds without a change after which the problems are those of all files. */
const REST = 3000;

/** Milliseconds until then, at most. */
const MOST = 120_000;

/** The problems that VS Code lists, none of whose files is open, once all files of the workspace are checked. */
export async function collectProblems(): Promise<Problems> {
  await extension().activate();
  await vscode.commands.executeCommand('dstack.checkWorkspace');
  const end = Date.now() + MOST;
  let changed = Date.now();
  const listening = vscode.languages.onDidChangeDiagnostics(() => (changed = Date.now()));
  while (Date.now() < end && Date.now() < changed + REST)
    await new Promise((resolve) => setTimeout(resolve, 100));
  listening.dispose();
  return listed();
}

function listed(): Problems {
  const root = `${inWorkspace('').path}/`.replace(/\/+$/, '/');
  const found = vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.startsWith(root))
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ range: { start, end }, severity, code, message }) => ({
        file: uri.path.slice(root.length),
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        severity: vscode.DiagnosticSeverity[severity].toLowerCase(),
        code: String(typeof code === 'object' ? code.value : code),
        message,
      })),
    );
  return byFile(found);
}
