import {
  Analysis,
  environmentOf,
  releaseInUse,
  type Environment,
} from '../../../server/src/language';
import type { Source } from '../protocol';

/** The content decides whether it is `.dstack/profiles.yml`. */
const URI = 'file:///playground.dstack.yml';

const environments = new Map<string | undefined, Environment>();
let latest: Analysis | undefined;

/** The environment of a file alone that is checked against a version of dstack; undefined for the newest known. */
export function environmentFor(release: string | undefined): Environment {
  const made =
    environments.get(release) ??
    environmentOf({
      release: releaseInUse({ setting: release }),
      now: Date.now,
      client: {
        snippets: true,
        // Only whether a suggestion has the last one matters here.
        commands: { showReferences: '', copyApplyCommand: '', suggest: 'suggest' },
      },
    });
  environments.set(release, made);
  return made;
}

/** The analysis of a text, which several calls ask about. */
export function analysisOf({ text, release }: Source): Analysis {
  const environment = environmentFor(release);
  if (latest?.source.text !== text || latest.environment !== environment)
    latest = new Analysis({ uri: URI, text }, environment);
  return latest;
}
