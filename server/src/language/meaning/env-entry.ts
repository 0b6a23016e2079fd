import { code } from './markdown';

/** What a variable is set to, or where its value comes from. */
export function explainEnvEntry(entry: string): string {
  const equals = entry.indexOf('=');
  if (equals < 0) {
    return (
      `The value of ${code(entry)} is not in the file: it comes from ${code(`dstack apply -e ${entry}=...`)} or from ` +
      'the environment in which you run it.'
    );
  }
  const [name, value] = [entry.slice(0, equals), entry.slice(equals + 1)];
  return value === ''
    ? `Sets ${code(name)} to an empty text.`
    : `Sets ${code(name)} to ${code(value)}.`;
}
