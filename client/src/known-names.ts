const inGroup = (group: string, names: string): readonly string[] =>
  names.split(' ').map((name) => `${group}/${name}`);

/** The requests and notifications that can fail, by their names in LSP and those of our own. */
export const REQUESTS: ReadonlySet<string> = new Set([
  ...['initialize', 'shutdown'],
  ...inGroup(
    'textDocument',
    'codeAction codeLens completion declaration definition diagnostic documentHighlight documentLink documentSymbol ' +
      'foldingRange formatting hover inlayHint linkedEditingRange onTypeFormatting prepareRename rangeFormatting ' +
      'references rename selectionRange semanticTokens/full semanticTokens/full/delta semanticTokens/range signatureHelp ' +
      'didOpen didChange didClose didSave willSave',
  ),
  ...inGroup(
    'workspace',
    'applyEdit codeLens/refresh configuration diagnostic diagnostic/refresh didChangeConfiguration ' +
      'didChangeWatchedFiles didChangeWorkspaceFolders didCreateFiles didDeleteFiles didRenameFiles executeCommand ' +
      'inlayHint/refresh semanticTokens/refresh symbol willRenameFiles workspaceFolders',
  ),
  ...['codeAction', 'codeLens', 'completionItem', 'documentLink', 'inlayHint'].map(
    (item) => `${item}/resolve`,
  ),
  ...inGroup('client', 'registerCapability unregisterCapability'),
  ...inGroup('window', 'workDoneProgress/create workDoneProgress/cancel showDocument'),
  ...inGroup(
    'dstack',
    'asRead checkWorkspace lineLeft liveFacts planInput readFiles release starters status tool upgrade',
  ),
]);

/** The signals that end a process. */
export const SIGNALS: ReadonlySet<string> = new Set(
  'ABRT ALRM BUS FPE HUP ILL INT KILL PIPE QUIT SEGV SYS TERM TRAP USR1 USR2 XCPU XFSZ'
    .split(' ')
    .map((name) => `SIG${name}`),
);

/** The exit codes of Node, and of the system for a signal. */
export const EXIT_CODES: ReadonlySet<string> = new Set(
  [...between(0, 13), ...between(128, 159)].map(String),
);

/** The codes of errors of JSON-RPC and LSP. */
export const ERROR_CODES: ReadonlySet<string> = new Set(
  [
    ...[-32700, ...between(-32603, -32600)],
    ...[-32099, -32097, -32096, ...between(-32002, -32000)],
    ...between(-32803, -32800),
  ].map(String),
);

function between(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
