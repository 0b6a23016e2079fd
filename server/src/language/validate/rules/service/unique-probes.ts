import { reportRepeated } from '../repeated';
import type { Rule } from '../rule';
import type { Item } from '../view';

/**
 * No probe stands in the list twice.
 * Mirrors `ServiceConfigurationParams.validate_probes` of core/models/configurations.py.
 */
export const uniqueProbes: Rule = {
  codes: ['duplicate-entry'],
  check(service, report) {
    const message = () => 'Probes must be unique: this one repeats another.';
    reportRepeated(service.items('probes').flatMap(entryOf), message, report);
  },
};

function entryOf({ node, view, value }: Item) {
  if (!view || value === undefined) return [];
  return { id: contentOf(value), span: node.kind === 'alias' ? node.span : view.headSpan() };
}

/** Text that is equal for probes that dstack holds for equal: null and an empty list are as good as nothing. */
function contentOf(probe: unknown): string {
  const entries = Object.entries(probe as Readonly<Record<string, unknown>>);
  const said = entries.filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}
