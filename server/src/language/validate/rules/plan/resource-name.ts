import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { quote } from '../../../base/words';
import { resourceName } from '../../../shorthand/name';
import type { Rule } from '../rule';
import { placeOf } from '../support/texts';
import { volumeNames } from '../support/volumes';

/**
 * No volume can have a name that dstack rejects when a volume is created, so the run finds none. It is only a warning,
 * because the volumes on the server decide.
 * Mirrors `get_job_configured_volume_models` of server/services/jobs/__init__.py.
 */
export const possibleVolumes: Rule<Run> = {
  codes: ['resource-name'],
  check(run, report) {
    for (const name of volumeNames(run)) {
      // Any number of a node serves as an example.
      const value = name.piece.text.replace(/\$\{\{[^{}]*\}\}/g, '0');
      if (resourceName.read({ type: 'str', value }).ok) continue;
      const message =
        `A volume cannot be named ${quote(name.piece.text)}: names have 2 to 41 lowercase letters, digits and hyphens.\n` +
        'For a folder of the instance, write its absolute path, e.g. `/mnt/data:/data`.';
      report(problem('resource-name', placeOf(name, name.piece), message, { severity: 'warning' }));
    }
  },
};
