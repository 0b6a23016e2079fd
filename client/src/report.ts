import {
  commands,
  env,
  l10n,
  languages,
  UIKind,
  version,
  window,
  workspace,
  type Diagnostic,
  type Disposable,
  type Extension,
} from 'vscode';
import type { LanguageClient } from './client';
import { dstackVersion } from './releases/dstack-version';
import type { Host } from './host';
import type { Log } from './log';
import { reportText, type DeclaredSetting } from './report-text';

/** All problem codes, each of which has a page; set while bundling. A browser cannot list the files of an extension. */
declare const __PROBLEM_CODES__: readonly string[];

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
    const content = report(client, extension, log, host);
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

function report(
  client: LanguageClient,
  { packageJSON }: Extension<unknown>,
  log: Log,
  { platform, node }: Host,
): string {
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
    codes: new Set(__PROBLEM_CODES__),
    problems: diagnostics.filter(({ source }) => source === 'dstack').map(codeOf),
    openFiles: workspace.textDocuments.filter(({ languageId }) => languageId === 'dstack').length,
    log: log.last,
  });
}

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
