import { problem } from '../../../../problem/problem';
import type { Rule } from '../../rule';
import { volumeNames } from './volume-name';

/**
 * A list of volumes with nothing in it lies nowhere, and so not where the volumes of the other mounts are.
 * Mirrors `check_can_attach_job_volumes` of server/services/jobs/__init__.py, which lets a single mount of this sort pass.
 */
export const emptyVolumeList: Rule = {
  codes: ['wrong-length'],
  check(run, report) {
    if (volumeNames(run).length === 0) return;
    for (const mount of run.views('volumes')) {
      if (mount.list('name')?.length !== 0) continue;
      const message = 'The list names no volume: name at least one, or remove the mount.';
      report(problem('wrong-length', mount.valueSpan('name'), message));
    }
  },
};
