import {
  TextDocumentSyncKind,
  type FileOperationPatternKind,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { asksForDocumentation } from './handlers/item-documentation';
import { encodingFor } from './positions/encoding';
import { TRIGGER_CHARACTERS } from '../language/features/completion/item';
import { CODE_ACTION_KINDS } from '../language/features/code-actions/kinds';
import { SEMANTIC_TOKENS_LEGEND } from '../language/features/semantic-tokens/legend';
import { DSTACK_VERSION } from '../language/schema/dstack-version';

/** The capabilities that the server announces. */
export function capabilitiesFor(params: InitializeParams): ServerCapabilities {
  const { capabilities } = params;
  const pull = capabilities.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: encodingFor(params),
    textDocumentSync: TextDocumentSyncKind.Incremental,
    experimental: { dstackVersion: DSTACK_VERSION },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        // A configuration may upload any file or folder.
        willRename: filters(),
        didCreate: filters('folder'),
        didDelete: filters('folder'),
        didRename: filters('folder'),
      },
    },
    hoverProvider: true,
    completionProvider: {
      triggerCharacters: [...TRIGGER_CHARACTERS],
      resolveProvider: asksForDocumentation(params),
    },
    signatureHelpProvider: { triggerCharacters: [...':/=. '], retriggerCharacters: [','] },
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentHighlightProvider: true,
    linkedEditingRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
    inlayHintProvider: { resolveProvider: false },
    declarationProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: capabilities.textDocument?.rename?.prepareSupport
      ? { prepareProvider: true }
      : true,
    workspaceSymbolProvider: true,
    codeLensProvider: { resolveProvider: false },
    ...(pull
      ? {
          diagnosticProvider: {
            interFileDependencies: true,
            workspaceDiagnostics: true,
            workDoneProgress: true,
          },
        }
      : {}),
  };
}

function filters(matches?: FileOperationPatternKind): FileOperationRegistrationOptions {
  return {
    filters: [{ pattern: { glob: '**', ...(matches ? { matches } : {}) } }],
  };
}
