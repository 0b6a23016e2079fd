import {
  CodeLensRefreshRequest,
  type ResponseError,
  type InitializeParams,
  type RenameParams,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { answer, describe, guarded } from './guard';
import * as language from './language';
import type { Renaming } from './language';
import type { Session } from './serve';

/** The commands of our extension; other clients show the lenses and have no commands for them. */
const LENS_COMMANDS = {
  showReferences: 'dstack.showReferences',
  copyApplyCommand: 'dstack.copyApplyCommand',
};

/** What our extension can do more than other clients, as it says in `initializationOptions`. */
interface ExtensionOptions {
  readonly commands: boolean;
  readonly status: boolean;
}

/** Wires the requests about names, in one file and across the workspace. */
export function serveNavigation(session: Session, params: InitializeParams): void {
  const { connection, workspace } = session;
  const { capabilities } = params;
  const { commands, status } = extensionOptions(params.initializationOptions);

  const hasLinks = capabilities.textDocument?.definition?.linkSupport === true;
  connection.onDefinition(
    answer(
      session,
      (analysis, { position }) => {
        const links = language.definition(analysis, position, workspace);
        if (hasLinks) return links;
        return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
      },
      [],
    ),
  );
  connection.onReferences(
    answer(
      session,
      (analysis, { position, context }) =>
        language.references(analysis, position, context.includeDeclaration, workspace),
      [],
    ),
  );

  connection.onPrepareRename(
    answer(session, (analysis, { position }) => language.prepareRename(analysis, position), null),
  );
  const hasVersions = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  const rename = answer(
    session,
    (analysis, { position, newName }: RenameParams) =>
      language.rename(analysis, position, newName, workspace),
    null,
  );
  connection.onRenameRequest(async (params, token) => {
    const files = await rename(params, token);
    // Files may have changed unseen since they were read, and edits must hit the names as they stand now.
    if (files && 'edits' in files) {
      await Promise.all([...files.edits.keys()].map((uri) => workspace?.analyse(uri)));
    }
    const renaming = await rename(params, token);
    // What was refused or cancelled already is an answer as it is.
    if (!renaming || renaming instanceof Error) return renaming;
    return toResponse(renaming, session, hasVersions);
  });

  connection.onWorkspaceSymbol(
    guarded(session, [], ({ query }: WorkspaceSymbolParams) =>
      workspace && typeof query === 'string' ? language.workspaceSymbols(query, workspace) : [],
    ),
  );
  connection.onCodeLens(
    answer(
      session,
      (analysis) =>
        session.settings.codeLensEnabled
          ? language.codeLenses(analysis, workspace, commands ? LENS_COMMANDS : undefined)
          : [],
      [],
    ),
  );
  connection.onRequest(
    'dstack/checkWorkspace',
    guarded(session, null, async () => {
      await workspace?.build();
      return null;
    }),
  );

  const canRefreshLenses = capabilities.workspace?.codeLens?.refreshSupport === true;
  workspace?.changes.on(({ names }) => {
    const sent = [
      names && canRefreshLenses ? connection.sendRequest(CodeLensRefreshRequest.type) : undefined,
      status
        ? connection.sendNotification('dstack/status', { configurations: workspace.index.size })
        : undefined,
    ];
    Promise.all(sent).catch((error: unknown) => connection.console.error(describe(error)));
  });
}

/** An edit of all files at once, of open documents in the version that was looked at; or the refusal as an error. */
function toResponse(
  renaming: Renaming,
  { documents, refusal }: Session,
  hasVersions: boolean,
): WorkspaceEdit | ResponseError {
  if ('refusal' in renaming) {
    return refusal(renaming.refusal);
  }
  const files = [...renaming.edits].map(([uri, edits]): [string, TextEdit[]] => [uri, [...edits]]);
  if (!hasVersions) return { changes: Object.fromEntries(files) };
  return {
    documentChanges: files.map(([uri, edits]) => ({
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits,
    })),
  };
}

function extensionOptions(options: unknown): ExtensionOptions {
  const { commands, status } = (options ?? {}) as Record<string, unknown>;
  return { commands: commands === true, status: status === true };
}
