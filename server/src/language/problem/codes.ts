import { namesIn } from '../base/lookup';

/**
 * Every code that a problem can have, with the title of its page `docs/problems/<code>.md`.
 * A code is stable: users write it in comments, fixes and tests match on it.
 */
export const PROBLEM_TITLES = {
  // YAML
  'yaml-syntax': 'The text is not YAML',
  'merge-conflict': 'A merge conflict is not resolved',
  'tab-indentation': 'Tabs cannot indent YAML',
  'several-documents': 'Only one document per file',
  'unknown-alias': 'The anchor does not exist',
  'yaml-tag': 'The YAML tag is not allowed',
  'invalid-scalar': 'The value cannot be read',
  'half-character': 'An escape is half of a character',
  'duplicate-key': 'A property is set twice',
  'unhashable-key': 'A list or a mapping cannot be a key',
  'not-utf-8': 'The file is not UTF-8',
  'file-too-large': 'The file is too large to check fully',
  'unused-suppression': 'The comment suppresses nothing',
  // Structure
  'not-a-mapping': 'A configuration is a mapping',
  'missing-type': 'The configuration type is missing',
  'unknown-type': 'Unknown configuration type',
  'unknown-key': 'Unknown property',
  'removed-key': 'dstack no longer knows this property',
  'deprecated-key': 'dstack advises against this property',
  'needs-newer-dstack': 'This needs a newer release of dstack',
  'missing-key': 'A required property is missing',
  'wrong-type': 'The value has the wrong shape',
  'empty-value': 'The property has no value',
  'unknown-value': 'The value is not one of the allowed ones',
  'out-of-range': 'The number is too small or too large',
  'wrong-length': 'Too few or too many characters or items',
  'invalid-format': 'The text does not have the required form',
  'command-is-mapping': 'A colon turns the command into a mapping',
  'read-as-number': 'YAML reads a number instead of text',
  'swallowed-item': 'A list item is read as part of the text above',
  'folded-lines': 'The lines of a command are joined',
  // Shorthands
  'cpu-shorthand': 'The CPU cannot be read',
  'gpu-shorthand': 'The GPU cannot be read',
  'memory-size': 'The size cannot be read',
  range: 'The range cannot be read',
  'compute-capability': 'The compute capability cannot be read',
  cron: 'The cron expression cannot be read',
  duration: 'The duration cannot be read',
  port: 'The port cannot be read',
  'private-address': 'The private address cannot be read',
  'probe-url': 'Invalid probe path',
  'python-version': 'Unknown Python version',
  'resource-name': 'Invalid name',
  shell: 'The shell cannot be read',
  'tag-value': 'Invalid tag value',
  'unix-user': 'The user cannot be read',
  'blank-text': 'The text is blank',
  'entity-reference': 'The reference cannot be read',
  'env-entry': 'Invalid environment variable',
  'file-mapping': 'The file mapping cannot be read',
  'mount-point': 'The volume mount cannot be read',
  'random-dataset': 'There is no dataset `random`',
  'repo-shorthand': 'The repo cannot be read',
  // Rules
  'conflicting-properties': 'Two properties exclude each other',
  'unsupported-property': 'The property is not supported here',
  'nothing-to-run': 'There is nothing to run',
  'top-level-with-groups': 'Move this property into each group',
  'set-at-two-levels': 'Set for the service and in its groups',
  'duplicate-entry': 'An entry repeats another',
  'unbounded-replicas': 'The number of replicas has no maximum',
  'range-without-scaling': 'A range of replicas needs scaling',
  'scaling-without-range': 'Scaling needs a range of replicas',
  'several-routers': 'Only one group can be the router',
  'router-replicas': 'A router has one replica',
  // Planning
  'relative-working-dir': 'The working directory is not absolute',
  'workflow-mount': 'A volume is mounted over the repo',
  expression: 'The expression cannot be read',
  'unknown-reference': 'dstack does not replace this name here',
  'group-reference': 'Invalid reference to a node or replica',
  'image-required': 'This hardware requires a custom `image`',
  entrypoint: 'The entrypoint cannot be split into words',
  'repo-url': 'Invalid repo URL',
  'never-scheduled': 'The schedule never fires',
  'scheduled-scale-to-zero': 'A scheduled service has at least one replica',
  'gateway-required': 'This needs a gateway',
  'server-limit': 'More than the server allows',
  'fleet-kind': 'A fleet has `nodes` or `ssh_config`',
  'internal-ip': 'Only some hosts have an internal address',
  'gateway-backend': 'The backend does not support this gateway',
  certificate: 'The certificate does not fit the gateway',
  // Advice: dstack accepts it
  'unknown-gpu': 'dstack knows no GPU of this name',
  'gpu-count': 'More GPUs than an instance has',
  'image-name': 'No registry has an image of this name',
  'host-address': 'A host is an address without user and port',
  'unknown-region': 'The backend has no such region',
  // Workspace
  'duplicate-name': 'Another file has the same name',
  'undefined-reference': 'Nothing of this name is known',
  'missing-file': 'A file of the configuration does not exist',
  'default-profile': 'The default profile does not fit the service',
} as const;

export type ProblemCode = keyof typeof PROBLEM_TITLES;

/** Problems of a file with the other files of its workspace; the verdict on the file alone has none of them. */
export const WORKSPACE_CODES: readonly ProblemCode[] = [
  'duplicate-name',
  'undefined-reference',
  'missing-file',
  'default-profile',
];

/** Whether a problem of this code depends on other files. */
export function isOfWorkspace(code: string): boolean {
  return WORKSPACE_CODES.some((known) => known === code);
}

/** What dstack accepts, and what finds nothing or does nothing later: no fix of an error causes it. */
const ADVICE_CODES: readonly ProblemCode[] = [
  'unknown-gpu',
  'gpu-count',
  'image-name',
  'host-address',
  'unknown-region',
  'deprecated-key',
];

/** Whether a problem of this code is about something that dstack accepts, and that does not do what it seems to. */
export function isAdvice(code: ProblemCode): boolean {
  return ADVICE_CODES.includes(code);
}

export const PROBLEM_CODES = namesIn(PROBLEM_TITLES);
