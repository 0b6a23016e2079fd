import { homedir } from 'node:os';
import {
  commands,
  env,
  UIKind,
  version,
  window,
  workspace,
  type Disposable,
  type Extension,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { dstackVersion } from './dstack-version';
import type { Log } from './log';
import { redact } from './redact';

/** The command that collects what a report about the extension needs, and shows it before anything is copied. */
export function registerReport(
  client: LanguageClient,
  extension: Extension<unknown>,
  log: Log,
): Disposable {
  return commands.registerCommand('dstack.reportProblem', async () => {
    const content = redact(report(client, extension, log), homedir());
    const document = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(document);
    const copy = 'Copy';
    const question =
      'This is what a report would contain. Read and edit it first: nothing has been sent.';
    if ((await window.showInformationMessage(question, copy)) !== copy) return;
    await env.clipboard.writeText(document.getText());
  });
}

function report(client: LanguageClient, { packageJSON }: Extension<unknown>, log: Log): string {
  const { version: own } = packageJSON as { readonly version: string };
  const dstack = dstackVersion(client) ?? '(the server is not running)';
  const settings = JSON.stringify(workspace.getConfiguration('dstack'), undefined, 2);
  return `<!-- What did you do, what did you expect, and what happened instead? -->


## Versions

- Extension ${own}, for dstack ${dstack}
- VS Code ${version}, ${env.uiKind === UIKind.Desktop ? 'desktop' : 'web'}${env.remoteName === undefined ? '' : `, remote: ${env.remoteName}`}
- ${process.platform} ${process.arch}, Node ${process.versions.node}

## Settings

\`\`\`json
${settings}
\`\`\`

## Log

\`\`\`
${log.last.join('\n')}
\`\`\`
`;
}
