/**
 * Every code that a problem can have, with the title of its page `docs/problems/<code>.md`.
 * A code is stable: users write it in comments, fixes and tests match on it.
 */
export const PROBLEM_TITLES = {
  // YAML
  'yaml-syntax': 'The text is not YAML',
  'tab-indentation': 'Tabs cannot indent YAML',
  'several-documents': 'Only one document a file',
  'unknown-alias': 'The anchor does not exist',
  'yaml-tag': 'The YAML tag is not allowed',
  'invalid-scalar': 'The value cannot be read',
  'duplicate-key': 'A property is set twice',
  'unhashable-key': 'A list or a mapping cannot be a key',
  'file-too-large': 'The file is too large to check fully',
  // Structure
  'not-a-mapping': 'A configuration is a mapping',
  'missing-type': 'The configuration type is missing',
  'unknown-type': 'There is no such configuration type',
  'unknown-key': 'There is no such property here',
  'removed-key': 'dstack no longer knows this property',
  'missing-key': 'A required property is missing',
  'wrong-type': 'The value has the wrong shape',
  'empty-value': 'The property has no value',
  'unknown-value': 'The value is not one of the allowed ones',
  'out-of-range': 'The number is too small or too large',
  'wrong-length': 'Too few or too many characters or items',
  'invalid-format': 'The text does not have the required form',
  'command-is-mapping': 'A colon made a mapping of the command',
} as const;

export type ProblemCode = keyof typeof PROBLEM_TITLES;

export const PROBLEM_CODES = Object.keys(PROBLEM_TITLES) as readonly ProblemCode[];
