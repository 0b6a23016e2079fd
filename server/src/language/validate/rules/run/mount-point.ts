import { formProblem } from '../forms';
import type { Rule } from '../rule';

const FORMS = [
  { required: ['name', 'path'] },
  { required: ['instance_path', 'path'], optional: ['optional'] },
];

/**
 * A mount is a network volume by its `name`, or a folder of the instance.
 * Mirrors the union `MountPoint` of core/models/volumes.py.
 */
export const mountPoint: Rule = {
  codes: ['conflicting-properties', 'missing-key'],
  check(run, report) {
    for (const mount of run.views('volumes')) {
      // Without `path` it is of neither kind; the structure has said so.
      const problem = mount.has('path') ? formProblem(mount, FORMS, 'a volume mount') : undefined;
      if (problem) report(problem);
    }
  },
};
