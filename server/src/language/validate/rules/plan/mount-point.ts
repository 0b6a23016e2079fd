import { quote } from '../../../base/words';
import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { mountPaths } from '../support/volumes';

/**
 * Docker must accept the path at which it mounts a volume.
 * Mirrors `is_valid_docker_volume_target` of server/services/docker.py.
 */
export const mountPath: Rule<Run> = {
  codes: ['mount-point'],
  check(run, report) {
    for (const { path, span } of mountPaths(run)) {
      if (path !== '//' && !path.includes('\0')) continue;
      const message = `${quote(path)} is not a path at which Docker can mount something: write e.g. \`/data\`.`;
      report(problem('mount-point', span, message));
    }
  },
};
