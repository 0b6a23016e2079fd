import { Analysis, environmentOf, type EnvironmentParts } from '../../../server/src/language';

/** The same document in an environment of these parts. */
export function within({ source }: Analysis, parts: EnvironmentParts): Analysis {
  return new Analysis(source, environmentOf(parts));
}
