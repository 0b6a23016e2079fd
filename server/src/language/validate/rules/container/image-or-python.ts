import { conflict } from '../conflict';
import type { Rule } from '../rule';

/**
 * `python` picks a version of dstack's own image, so that it means nothing next to an `image`.
 * Mirrors `BaseRunConfiguration.convert_python` and `ReplicaGroup.convert_python` of core/models/configurations.py.
 */
export const imageOrPython: Rule = {
  codes: ['conflicting-properties'],
  check(container, report) {
    if (!container.isTruthy('image') || container.value('python') == null) return;
    report(
      conflict(
        container,
        'python',
        'image',
        '`image` and `python` are mutually exclusive: only the default image comes in several Python versions.',
      ),
    );
  },
};
