import { code } from './markdown';

/** What a variable is set to, or where its value comes from. */
export function explainEnvEntry(entry: string): string {
  const equals = entry.indexOf('=');
  if (equals < 0) {
    return (
      `The value of ${code(entry)} is not in the file: it is passed through from your shell, or set by ` +
      `${code(`dstack apply -e ${entry}=...`)}.`
    );
  }
  const [name, value] = [entry.slice(0, equals), entry.slice(equals + 1)];
  return value === ''
    ? `Sets ${code(name)} to an empty text.`
    : `Sets ${code(name)} to ${code(value)}.`;
}
