import { RESOURCE_NAME } from '../shorthand/name';
import { plainText, snippetText, STARTERS } from '../starters';

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

/** All templates (our own request `dstack/starters`), the usual one of each type first. */
export function starters(): Starters {
  const { pattern, rule } = RESOURCE_NAME;
  return {
    starters: Object.entries(STARTERS).flatMap(([type, list]) =>
      list.map((starter) => ({
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
