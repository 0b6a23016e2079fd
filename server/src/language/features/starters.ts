import { RESOURCE_NAME } from '../shorthand/name';
import { environmentOf, type Environment } from '../environment';
import { releaseForStarter } from '../meaning/starter-release';
import { plainText, snippetText, STARTERS, type Starter } from '../starters';

/** A template, as in the answer to `dstack/starters`. */
export interface StarterItem {
  /** The configuration type, or `profiles` for `.dstack/profiles.yml`. */
  readonly type: string;
  readonly label: string;
  readonly description: string;
  /** The file itself, and the same in LSP's snippet syntax. Its `name` is on a line of its own. */
  readonly text: string;
  readonly snippet: string;
}

export interface Starters {
  readonly starters: readonly StarterItem[];
  /** The pattern for a name, as a JavaScript regular expression and in words. */
  readonly name: { readonly pattern: string; readonly rule: string };
}

/**
 * The templates that a release accepts (our own request `dstack/starters`), the usual one of each type first; by default
 * those of the newest.
 */
export function starters({ release }: Pick<Environment, 'release'> = environmentOf()): Starters {
  const { pattern, rule } = RESOURCE_NAME;
  return {
    starters: Object.entries(STARTERS).flatMap(([type, list]) =>
      accepted(list, release.version).map((starter) => ({
        type,
        label: starter.label,
        description: starter.description,
        text: plainText(starter),
        snippet: snippetText(starter),
      })),
    ),
    name: { pattern: pattern.source, rule },
  };
}

function accepted(list: readonly Starter[], release: string): readonly Starter[] {
  return list.filter((starter) => releaseForStarter(starter, release) === undefined);
}
