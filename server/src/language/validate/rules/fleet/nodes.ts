import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import type { View } from '../view';

/**
 * `min` <= `target` <= `max`, where `min` is 0 and `target` is `min` unless set. The short form `2..8` is checked when
 * it is read. Mirrors `FleetNodesSpec._post_validate_ranges` of core/models/fleets.py.
 */
export const fleetNodes: Rule = {
  codes: ['range'],
  check(fleet, report) {
    const nodes = fleet.view('nodes');
    if (!nodes || ['min', 'target', 'max'].some((key) => nodes.isUnsure(key))) return;
    const min = nodes.number('min') ?? 0;
    const target = nodes.number('target') ?? min;
    const max = nodes.number('max') ?? Infinity;
    const [key, lower] =
      target < min
        ? ['target', 'min']
        : max < min
          ? ['max', 'min']
          : max < target
            ? ['max', 'target']
            : [];
    if (key === undefined || lower === undefined) return;
    const limit = lower === 'min' ? min : target;
    const message = `\`${key}\` must not be less than \`${lower}\`, which is ${limit}.`;
    report(problem('range', nodes.valueSpan(key), message, { related: whereSet(nodes, lower) }));
  },
};

function whereSet(nodes: View, key: string) {
  return nodes.isSet(key)
    ? [{ span: nodes.valueSpan(key), message: `\`${key}\` is set here.` }]
    : [];
}
