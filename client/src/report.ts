import {
  commands,
  env,
  FileType,
  l10n,
  languages,
  UIKind,
  version,
  window,
  workspace,
  Uri,
  type Diagnostic,
  type Disposable,
  type Extension,
} from 'vscode';
import type { LanguageClient } from './client';
import { dstackVersion } from './releases/dstack-version';
import type { Host } from './host';
import type { Log } from './log';
import { reportText, type DeclaredSetting } from './report-text';

/** The part of our package.json that is read. */
interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, DeclaredSetting>> };
  };
}

/** The command that collects what a report about the extension needs, and shows it before anything is copied. */
export function registerReport(
  client: LanguageClient,
  extension: Extension<unknown>,
  log: Log,
  host: Host,
): Disposable {
  return commands.registerCommand('dstack.reportProblem', async () => {
    const content = await report(client, extension, log, host);
    const document = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(document);
    const copy = l10n.t('Copy');
    const question = l10n.t(
      'Review and edit this report, then send it to those who gave you the extension: it has no public tracker yet. Nothing has been sent.',
    );
    if ((await window.showInformationMessage(question, copy)) !== copy) return;
    await env.clipboard.writeText(document.getText());
  });
}

async function report(
  client: LanguageClient,
  { packageJSON, extensionUri }: Extension<unknown>,
  log: Log,
  { platform, node }: Host,
): Promise<string> {
  const manifest = packageJSON as Manifest;
  const configuration = workspace.getConfiguration();
  const diagnostics = languages.getDiagnostics().flatMap(([, found]) => found);
  return reportText({
    version: manifest.version,
    dstack: dstackVersion(client),
    editor: version,
    isDesktop: env.uiKind === UIKind.Desktop,
    remoteName: env.remoteName,
    platform,
    node,
    declared: manifest.contributes.configuration.properties,
    valueOf: (setting) => configuration.get(setting),
    codes: await knownCodes(extensionUri),
    problems: diagnostics.filter(({ source }) => source === 'dstack').map(codeOf),
    openFiles: workspace.textDocuments.filter(({ languageId }) => languageId === 'dstack').length,
    log: log.last,
  });
}

/** Every code has a page. */
async function knownCodes(extensionUri: Uri): Promise<ReadonlySet<string>> {
  const entries = await workspace.fs.readDirectory(Uri.joinPath(extensionUri, 'docs/problems'));
  const pages = entries.filter(([, type]) => type === FileType.File).map(([name]) => name);
  return new Set(pages.map((name) => name.replace(/\.md$/, '')));
}

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
