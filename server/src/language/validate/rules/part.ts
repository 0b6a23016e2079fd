import type { Root } from '../../coerce/values';
import type { Report, Rule } from './rule';
import type { View } from './support/view';

/** What is known of a rule without a file. */
export type Declared = Pick<Rule, 'codes' | 'since' | 'until'>;

/** A rule together with a mapping that it is about. */
export interface Application {
  readonly rule: Declared;
  readonly check: (report: Report) => void;
}

/** The rules about one sort of mapping. */
export interface Part {
  readonly rules: readonly Declared[];
  /** Adds to `all` what those of the rules that are in use have to check in a file. */
  readonly addTo: (
    all: Application[],
    root: View<Root>,
    isInUse: (rule: Declared) => boolean,
  ) => void;
}

/** The rules that hold for each of the mappings, in the order in which dstack checks them. */
export function part<T extends object>(
  targets: (root: View<Root>) => readonly View<T>[],
  rules: readonly Rule<T>[],
): Part {
  return {
    rules,
    addTo: (all, root, isInUse) => {
      for (const target of targets(root))
        for (const rule of rules)
          if (isInUse(rule)) all.push({ rule, check: (report) => rule.check(target, report) });
    },
  };
}
