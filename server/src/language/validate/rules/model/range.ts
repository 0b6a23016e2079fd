import type { Fleet, Job, Range, Resources } from '../../../coerce/values';
import { problem, type Problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { replicasKey } from '../support/replicas';
import type { View } from '../support/view';

const codes = ['range'] as const;

/**
 * What is wrong with a range that is written as a mapping; the shorthand `2..8` is checked when it is read.
 * Mirrors `Range._post_validate` of core/models/resources.py.
 *
 * @param at the place of a range without any end
 * @param unit of the ends, which a file may leave out
 */
function rangeProblem(
  range: View<Range> | undefined,
  at = range?.headSpan(),
  unit = '',
): Problem | undefined {
  if (!range || !at) return undefined;
  if (range.hasUnsureKeys() || range.isUnsure('min') || range.isUnsure('max')) return undefined;
  if (!range.isSet('min') && !range.isSet('max')) {
    return problem('range', at, 'A range needs at least one of `min` and `max`.');
  }
  const [min, max] = [range.value('min'), range.value('max')];
  if (min == null || max == null || !(min > max)) return undefined;
  const message = `\`max\` must not be less than \`min\`, which is ${String(min)}${unit}.`;
  return problem('range', range.valueSpan('max'), message, {
    related: [{ span: range.valueSpan('min'), message: '`min` is set here.' }],
  });
}

/** The ranges in `resources` that may be written as mappings. */
export const resourceRanges: Rule<Resources> = {
  codes,
  check(resources, report) {
    const [cpu, gpu, disk] = [resources.view('cpu'), resources.view('gpu'), resources.view('disk')];
    const problems = [
      // The older form, with the ends in `cpu` itself.
      cpu && isOldForm(cpu) ? rangeProblem(cpu) : undefined,
      rangeProblem(resources.view('memory'), resources.keySpan('memory'), ' GB'),
      rangeProblem(cpu?.view('count'), cpu?.keySpan('count')),
      rangeProblem(gpu?.view('count'), gpu?.keySpan('count')),
      rangeProblem(gpu?.view('memory'), gpu?.keySpan('memory'), ' GB'),
      rangeProblem(gpu?.view('total_memory'), gpu?.keySpan('total_memory'), ' GB'),
      rangeProblem(disk?.view('size'), disk?.keySpan('size'), ' GB'),
    ];
    for (const found of problems) if (found) report(found);
  },
};

function isOldForm(cpu: View): boolean {
  return (cpu.has('min') || cpu.has('max')) && !cpu.has('count') && !cpu.has('arch');
}

/** The number of replicas, of a service or a group. */
export const replicaRange: Rule<Job> = {
  codes,
  check(owner, report) {
    const key = replicasKey(owner);
    const found = rangeProblem(owner.view(key), owner.keySpan(key));
    if (found) report(found);
  },
};

/**
 * `min` <= `target` <= `max`, where `min` is 0 and `target` is `min` unless set. The shorthand `2..8` is checked when
 * it is read. Mirrors `FleetNodesSpec._post_validate_ranges` of core/models/fleets.py.
 */
export const fleetNodes: Rule<Fleet> = {
  codes,
  check(fleet, report) {
    const nodes = fleet.view('nodes');
    if (!nodes || ['min', 'target', 'max'].some((key) => nodes.isUnsure(key))) return;
    const min = nodes.value('min') ?? 0;
    const target = nodes.value('target') ?? min;
    const max = nodes.value('max') ?? Infinity;
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
    const related = nodes.isSet(lower)
      ? [{ span: nodes.valueSpan(lower), message: `\`${lower}\` is set here.` }]
      : [];
    report(problem('range', nodes.valueSpan(key), message, { related }));
  },
};
