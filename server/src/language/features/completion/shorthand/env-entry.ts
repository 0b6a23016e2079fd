import { choices, type Completer, type NoteOf } from './completer';

/**
 * Variables that machine learning runs often need; those without a value are secrets, which do not belong in a file.
 */
const USUAL = [
  'HF_TOKEN',
  'WANDB_API_KEY',
  'HF_HUB_ENABLE_HF_TRANSFER=1',
  'NCCL_DEBUG=INFO',
  'OPENAI_API_KEY',
  'PYTHONUNBUFFERED=1',
];

/** Variables that the commands use but the file does not declare, those of other files, and well-known ones. */
export const completeEnvEntry: Completer = (
  prefix,
  _schema,
  { undeclared, workspace, uri, written },
) => {
  if (prefix.includes('=')) return [];
  const [text = ''] = written.split('=', 1);
  const known = workspace?.index.texts('variables', { uri, text }) ?? [];
  const names = [...undeclared(), ...known];
  return choices([...new Set([...names, ...USUAL])]);
};

/** Where a variable without a value gets it from. */
export const noteOfEnvEntry: NoteOf = (text) =>
  text.includes('=') ? undefined : 'from your shell';
