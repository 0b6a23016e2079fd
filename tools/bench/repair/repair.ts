import type {
  CodeAction,
  Command,
  Diagnostic,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from '../session';
import type { Case } from './cases';
import type { Repair } from './outcome';

/** Maximum number of fixes in a row for a file. */
const ROUNDS = 5;

/** Number of documents that are open at a time, so servers that wait for a typing pause do not delay everything. */
const OPEN = 24;

/** Repairs the cases by the server's quick fixes; the results are in the order of the cases. */
export async function repairAll(session: Session, cases: readonly Case[]): Promise<Repair[]> {
  const repairs: Repair[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < cases.length; index = next++) {
      const file = cases[index];
      if (file) repairs[index] = await repair(session, file, index);
    }
  };
  await Promise.all(Array.from({ length: OPEN }, work));
  return repairs;
}

/** Repeatedly applies the preferred fix of the first problem that has one (the first fix if none is preferred). */
async function repair(session: Session, file: Case, index: number): Promise<Repair> {
  const name = file.kind === 'profiles' ? '.dstack/profiles.yml' : '.dstack.yml';
  const uri = `file:///bench/${index}/${name}`;
  const taken: string[] = [];
  let { text } = file;
  await session.open(uri, text);
  let problems = await errors(session, uri);
  const before = problems.map(describe);
  const unasked = (await session.fixAll(uri)).reduce(
    (now, action) => applied(uri, now, editsOf(action, uri)),
    text,
  );
  let onlyPreferred = true;
  while (problems.length > 0 && taken.length < ROUNDS) {
    const fix = await firstFix(session, uri, problems);
    if (!fix) break;
    text = applied(uri, text, fix.edits);
    taken.push(fix.title);
    onlyPreferred &&= fix.preferred;
    await session.change(uri, { text });
    problems = await errors(session, uri);
  }
  await session.close(uri);
  const isPreferred = onlyPreferred && taken.length > 0;
  return { file, text, unasked, taken, isPreferred, before, after: problems.map(describe) };
}

async function errors(session: Session, uri: string): Promise<readonly Diagnostic[]> {
  const problems = await session.diagnostics(uri);
  return problems.filter(({ severity }) => severity === undefined || severity === 1);
}

async function firstFix(session: Session, uri: string, problems: readonly Diagnostic[]) {
  for (const problem of problems) {
    const offered = (await session.quickFixes(uri, problem)).flatMap((action) => {
      const edits = editsOf(action, uri);
      return edits.length > 0
        ? [{ title: action.title, edits, preferred: isPreferred(action) }]
        : [];
    });
    const fix = offered.find(({ preferred }) => preferred) ?? offered[0];
    if (fix) return fix;
  }
  return undefined;
}

function isPreferred(action: CodeAction | Command): boolean {
  return 'isPreferred' in action && action.isPreferred === true;
}

function editsOf(action: CodeAction | Command, uri: string): readonly TextEdit[] {
  if (!('edit' in action) || !action.edit) return [];
  const { changes, documentChanges } = action.edit;
  const versioned = (documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? (change.edits as TextEdit[]) : [],
  );
  return [...versioned, ...(changes?.[uri] ?? [])];
}

function applied(uri: string, text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'dstack', 1, text), [...edits]);
}

function describe({ code, message }: Diagnostic): string {
  return `${code ?? ''}: ${message}`;
}
