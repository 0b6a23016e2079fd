/** Every capability that the server looks at. */
export const ALL_CAPABILITIES = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation'] },
      },
    },
    rename: { prepareSupport: true },
    definition: { linkSupport: true },
    declaration: { linkSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};
