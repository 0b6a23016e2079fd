import { conflict } from '../conflict';
import type { Rule } from '../rule';

/**
 * Docker inside a container needs privileged mode. A run ignores `privileged` then; a replica group does not. As with
 * `docker` itself, the text `"false"` is refused by the server only.
 * Mirrors `ReplicaGroup._privileged` of core/models/configurations.py.
 */
export const privilegedDocker: Rule = {
  codes: ['conflicting-properties'],
  check(group, report) {
    if (group.value('privileged') !== false || group.value('docker') !== true) return;
    const message =
      '`privileged: false` is incompatible with `docker: true`: Docker in Docker requires privileged mode.';
    report(conflict(group, 'privileged', 'docker', message));
  },
};
