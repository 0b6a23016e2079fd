import type { InitializeParams } from 'vscode-languageserver';
import {
  environmentOf,
  translateFor,
  type ClientAbilities,
  type ClientCommands,
  type Environment,
} from '../../language';
import { extensionOptions } from '../extension-options';
import { property } from '../property';

/** The commands of our extension and its editor. */
const COMMANDS: ClientCommands = {
  showReferences: 'dstack.showReferences',
  copyApplyCommand: 'dstack.copyApplyCommand',
  suggest: 'editor.action.triggerSuggest',
};

/**
 * The environment of a session before its settings and its workspace are known.
 *
 * @param pages URI of the folder with a page for each problem code
 */
export function environmentFor(params: InitializeParams, pages: string | undefined): Environment {
  return environmentOf({
    now: Date.now,
    client: abilitiesOf(params, pages),
    translate: translateFor(localeOf(params)),
  });
}

/** Not all clients have one, and what they send is not checked before. */
function localeOf({ locale }: { readonly locale?: unknown }): string | undefined {
  return typeof locale === 'string' ? locale : undefined;
}

/** What a client has announced that it can do; some of it only our extension announces. */
function abilitiesOf(params: InitializeParams, pages: string | undefined): ClientAbilities {
  const { textDocument, workspace } = params.capabilities;
  const { snippetSupport, insertReplaceSupport } = textDocument?.completion?.completionItem ?? {};
  const { documentChanges, resourceOperations } = workspace?.workspaceEdit ?? {};
  const { commands, keepsOldList } = extensionOptions(params);
  return {
    snippets: snippetSupport === true,
    keepsOldList,
    insertsWords: isNeovim(params) && insertReplaceSupport !== true,
    versionedEdits: documentChanges === true,
    createsFiles:
      documentChanges === true &&
      Array.isArray(resourceOperations) &&
      resourceOperations.includes('create'),
    commands: commands ? COMMANDS : undefined,
    page: pageFor(commands, pages),
  };
}

/** Neovim's plugins for completion insert all of a text, and support both ranges. */
function isNeovim({ clientInfo }: InitializeParams): boolean {
  return property(clientInfo, 'name') === 'Neovim';
}

/** In our extension a document of its own scheme, which is shown as a page: an editor would show the source of a file. */
function pageFor(isOurs: boolean, pages: string | undefined): string | undefined {
  if (isOurs) return 'dstack-problem:/{code}.md';
  return pages === undefined ? undefined : `${pages}/{code}.md`;
}
