import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import type { LanguageClient } from './client';

const SCHEME = 'dstack-read';
/** Milliseconds without typing before the view is updated. */
const TYPING_PAUSE = 150;

/** The command that shows the resolved configuration beside a file and keeps it up to date. */
export function registerAsRead(client: LanguageClient): Disposable {
  const view = new AsReadView(client);
  return Disposable.from(
    view,
    workspace.registerTextDocumentContentProvider(SCHEME, view),
    commands.registerCommand('dstack.showAsRead', (uri?: Uri) => show(uri)),
  );
}

async function show(uri = window.activeTextEditor?.document.uri): Promise<void> {
  if (!uri) return;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const target = Uri.from({
    scheme: SCHEME,
    path: `/${l10n.t('{0} (resolved)', name)}`,
    query: uri.toString(),
  });
  const document = await workspace.openTextDocument(target);
  await languages.setTextDocumentLanguage(document, 'dstack');
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    preserveFocus: true,
    preview: true,
  });
}

class AsReadView implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly shown = new Map<string, string>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listeners: Disposable;

  constructor(private readonly client: LanguageClient) {
    this.listeners = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => this.follow(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
    );
  }

  /** The answer of the server; while the file is not valid YAML, the last answer. */
  async provideTextDocumentContent(view: Uri): Promise<string> {
    const textDocument = { uri: view.query };
    const read = await this.client.sendRequest<string | null>('dstack/asRead', { textDocument });
    if (read !== null) {
      this.shown.set(view.toString(), read);
      return read;
    }
    const last = this.shown.get(view.toString());
    if (last === undefined) return `# ${l10n.t('dstack cannot read a configuration here yet.')}\n`;
    return `# ${l10n.t('The file is not valid YAML now. It was last read like this:')}\n${last}`;
  }

  private follow({ uri }: TextDocument): void {
    const views = workspace.textDocuments.filter(
      (one) => one.uri.scheme === SCHEME && one.uri.query === uri.toString(),
    );
    for (const view of views) {
      const key = view.uri.toString();
      clearTimeout(this.timers.get(key));
      this.timers.set(
        key,
        setTimeout(() => this.changed.fire(view.uri), TYPING_PAUSE),
      );
    }
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.listeners.dispose();
    this.changed.dispose();
  }
}
