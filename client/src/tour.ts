import {
  commands,
  Disposable,
  languages,
  Selection,
  ViewColumn,
  window,
  workspace,
  type TextDocument,
} from 'vscode';

/** Milliseconds that a first problem may take: the server may have to start. */
const PATIENCE = 10_000;

/** A file of the walkthrough, and what is shown in it with the cursor at `|`. */
interface Stop {
  readonly text: string;
  readonly show: (document: TextDocument) => Promise<unknown>;
  /** Where it opens, if not beside the walkthrough: what is shown beside it would be a third column. */
  readonly column?: ViewColumn;
}

const STOPS: Readonly<Record<string, Stop>> = {
  'dstack.tryCompletion': {
    text: 'type: task\nname: train\n\ncommands:\n  - python train.py\n\nresources:\n  gpu: A100:|\n',
    show: async () => commands.executeCommand('editor.action.triggerSuggest'),
  },
  'dstack.tryFix': {
    text: 'type: task\nname: train\n\ncoma|nds:\n  - python train.py\n',
    show: async (document) => {
      await firstProblem(document);
      return commands.executeCommand('editor.action.quickFix');
    },
  },
  'dstack.tryResolved': {
    text: 'type: task\nname: train\n\ncommands:\n  - python train.py\n\nresources:\n  gpu: A100:80GB:2|\n',
    show: async ({ uri }) => commands.executeCommand('dstack.showAsRead', uri),
    column: ViewColumn.Active,
  },
};

/** The buttons of the walkthrough, which open a sample first: on the Welcome page there is no file. */
export function registerTour(): Disposable {
  return Disposable.from(
    ...Object.entries(STOPS).map(([command, stop]) =>
      commands.registerCommand(command, () => open(stop)),
    ),
  );
}

async function open({ text, show, column = ViewColumn.Beside }: Stop): Promise<void> {
  const content = text.replace('|', '');
  const document = await workspace.openTextDocument({ language: 'dstack', content });
  const cursor = document.positionAt(text.indexOf('|'));
  await window.showTextDocument(document, {
    viewColumn: column,
    preview: false,
    selection: new Selection(cursor, cursor),
  });
  await show(document);
}

/** Resolves when the document has a problem, or after a while. */
function firstProblem({ uri }: TextDocument): Promise<void> {
  const hasAny = () => languages.getDiagnostics(uri).length > 0;
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    const listener = languages.onDidChangeDiagnostics(() => {
      if (hasAny()) end();
    });
    if (hasAny()) end();
  });
}
