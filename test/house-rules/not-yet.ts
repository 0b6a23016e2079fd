// What does not follow the rules of layout.test.ts yet, as that test names it. Nothing is added here: lists only get shorter.

/** Files that import themselves on some way around, types included. */
export const FILES_IN_CIRCLES: readonly string[] = [];

/** Folders with too many files. */
export const FULL_FOLDERS: readonly string[] = ['server/src/language/shorthand'];

/** Functions with too many lines. */
export const LONG_FUNCTIONS: readonly string[] = [];

/** Exported functions without a docstring. */
export const UNDOCUMENTED: readonly string[] = [
  'server/src/language/features/completion/shorthand/memory.ts completeMemoryRange',
  'server/src/language/features/completion/shorthand/memory.ts completeDisk',
  'server/src/language/features/completion/shorthand/mount-point.ts completeMountPath',
  'server/src/language/features/completion/shorthand/mount-point.ts completeInstancePath',
  'server/src/language/features/completion/shorthand/range.ts integerRanges',
  'server/src/language/features/format/change.ts contains',
  'server/src/language/shorthand/grammar.ts failed',
  'server/src/language/shorthand/memory.ts readMemoryRange',
  'server/src/language/shorthand/range.ts readIntegerRange',
  'server/src/language/shorthand/range.ts backwards',
  'server/src/language/yaml/pyyaml/characters.ts isBreakOrEnd',
  'server/src/language/yaml/pyyaml/characters.ts isDigit',
  'server/src/language/yaml/pyyaml/characters.ts isBracket',
  'server/src/language/yaml/pyyaml/lines.ts spansLines',
];
