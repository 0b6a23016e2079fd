import { problem, type Problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import type { View } from '../view';

/**
 * What is wrong with the range under `key` where it is written as a mapping; the short form `2..8` is checked when
 * it is read. Mirrors `Range._post_validate` of core/models/resources.py.
 */
export function rangeProblem(owner: View, key: string): Problem | undefined {
  const range = owner.view(key);
  return range && endsProblem(range, owner.keySpan(key));
}

/** The same for a mapping that has `min` and `max`; `at` stands for a mapping without any key. */
export function endsProblem(range: View, at = range.headSpan()): Problem | undefined {
  if (range.hasUnsureKeys() || range.isUnsure('min') || range.isUnsure('max')) return undefined;
  if (!range.isSet('min') && !range.isSet('max')) {
    return problem('range', at, 'A range needs at least one of `min` and `max`.');
  }
  const [min, max] = [range.number('min'), range.number('max')];
  if (min === undefined || max === undefined || !(min > max)) return undefined;
  return outOfOrder(range, 'max', 'min');
}

/** The problem that the number under `key` is less than that under `lower`. */
function outOfOrder(range: View, key: string, lower: string): Problem {
  const message = `\`${key}\` must not be less than \`${lower}\`.`;
  return problem('range', range.valueSpan(key), message, {
    related: [{ span: range.valueSpan(lower), message: `\`${lower}\` is set here.` }],
  });
}

/** The ranges in `resources` that may be written as mappings. */
export const resourceRanges: Rule = {
  codes: ['range'],
  check(resources, report) {
    const nested = (key: string, ...keys: readonly string[]) => {
      const owner = resources.view(key);
      return owner ? keys.map((name) => rangeProblem(owner, name)) : [];
    };
    const problems = [
      rangeProblem(resources, 'memory'),
      ...nested('cpu', 'count'),
      ...nested('gpu', 'count', 'memory', 'total_memory'),
      ...nested('disk', 'size'),
    ];
    for (const found of problems) if (found) report(found);
  },
};
