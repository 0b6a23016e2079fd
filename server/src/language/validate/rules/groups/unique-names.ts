import { quote } from '../../../shorthand/piece';
import { reportRepeated, type Entry } from '../repeated';
import type { Rule } from '../rule';
import type { Item } from '../view';

/**
 * Groups have different names; a group without one is called by its position.
 * Mirrors `TaskConfigurationParams.validate_groups` and `ServiceConfigurationParams.validate_groups` of
 * core/models/configurations.py.
 */
export const uniqueGroupNames: Rule = {
  codes: ['duplicate-entry'],
  check(run, report) {
    const message = (name: string) =>
      `The group name ${quote(name)} is used twice: each group must have a unique name.`;
    for (const key of ['groups', 'replicas']) {
      reportRepeated(run.items(key).flatMap(entryOf), message, report);
    }
  },
};

function entryOf({ node, view }: Item, position: number): Entry | [] {
  if (!view || view.isUnsure('name')) return [];
  const own = view.has('name') ? view.valueSpan('name') : view.headSpan();
  return {
    id: view.text('name') ?? String(position),
    span: node.kind === 'alias' ? node.span : own,
  };
}
