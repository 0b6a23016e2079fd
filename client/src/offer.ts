import {
  CodeLens,
  commands,
  ConfigurationTarget,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  Uri,
  workspace,
  type CodeLensProvider,
  type Memento,
  type TextDocument,
} from 'vscode';
import { hasDstackName, looksLikeDstack } from './looks-like-dstack';

const USE = 'dstack.useLanguage';
const DISMISS = 'dstack.dismissLanguage';

/** What `files.associations` needs where it takes dstack's files away. */
const ASSOCIATIONS = {
  '*.dstack.yml': 'dstack',
  '*.dstack.yaml': 'dstack',
  '**/.dstack/profiles.yml': 'dstack',
  '**/.dstack/profiles.yaml': 'dstack',
};

type Answer = 'dstack' | 'yaml';

/** The answers of the user, each with the URI of its file, kept with the workspace. */
type Answers = readonly (readonly [uri: string, answer: Answer])[];

/**
 * Offers the language in YAML files that are probably dstack's: by their content, or by a name that `files.associations`
 * gives to YAML. The offer is a lens, and each file's answer is remembered.
 */
export function registerOffer(memory: Memento): Disposable {
  const offer = new Offer(memory);
  workspace.textDocuments.forEach((document) => offer.opened(document));
  return Disposable.from(
    offer.changed,
    languages.registerCodeLensProvider({ language: 'yaml' }, offer),
    workspace.onDidOpenTextDocument((document) => offer.opened(document)),
    commands.registerCommand(USE, (uri: string) => offer.use(uri)),
    commands.registerCommand(DISMISS, (uri: string) => offer.remember(uri, 'yaml')),
  );
}

class Offer implements CodeLensProvider {
  readonly changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly memory: Memento) {}

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const uri = document.uri.toString();
    const isProbable = hasDstackName(document.uri.path) || looksLikeDstack(document.getText());
    if (!isProbable || this.answers.has(uri)) return [];
    const top = new Range(0, 0, 0, 0);
    const lens = (title: string, tooltip: string, command: string) =>
      new CodeLens(top, { title, tooltip, command, arguments: [uri] });
    return [
      lens(
        l10n.t('$(check) Check as dstack configuration'),
        l10n.t('Use the language dstack for this file'),
        USE,
      ),
      lens(
        l10n.t('Not this file'),
        l10n.t('Keep YAML, and do not ask again for this file'),
        DISMISS,
      ),
    ];
  }

  /** A file for which the user has chosen the language before. */
  opened(document: TextDocument): void {
    if (document.languageId !== 'yaml') return;
    if (this.answers.get(document.uri.toString()) === 'dstack')
      void languages.setTextDocumentLanguage(document, 'dstack');
  }

  async use(uri: string): Promise<void> {
    if (hasDstackName(Uri.parse(uri).path)) await associate();
    else await this.remember(uri, 'dstack');
    const isConcerned = (document: TextDocument) =>
      document.languageId === 'yaml' &&
      (document.uri.toString() === uri || hasDstackName(document.uri.path));
    for (const document of workspace.textDocuments.filter(isConcerned))
      await languages.setTextDocumentLanguage(document, 'dstack');
  }

  async remember(uri: string, answer: Answer): Promise<void> {
    const answers: Answers = [...this.answers.set(uri, answer)];
    await this.memory.update('language', answers);
    this.changed.fire();
  }

  private get answers(): Map<string, Answer> {
    return new Map(this.memory.get<Answers>('language', []));
  }
}

/** Adds dstack's names to the setting that takes them away, where that is: in the workspace or for the user. */
async function associate(): Promise<void> {
  const files = workspace.getConfiguration('files');
  const found = files.inspect<Record<string, string>>('associations');
  const isOfWorkspace = found?.workspaceValue !== undefined;
  const value = isOfWorkspace ? found.workspaceValue : found?.globalValue;
  const target = isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await files.update('associations', { ...value, ...ASSOCIATIONS }, target);
}
