/** The kind of the action that applies every fix that cannot change what the author meant. */
export const FIX_ALL_KIND = 'source.fixAll.dstack';

/** The kinds of code actions, by LSP's names. */
export const CODE_ACTION_KINDS: readonly string[] = [
  'quickfix',
  'refactor.rewrite',
  'refactor.extract',
  FIX_ALL_KIND,
];
