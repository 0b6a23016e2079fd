import { isList } from '../../../base/lookup';
import type { Preset, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { volumeNames } from '../support/volumes';

const codes = ['wrong-length'] as const;

/**
 * With an empty list, the agent that creates the preset has no fleet. The option `--fleet` can still name one.
 * Mirrors `_get_allowed_fleets` of cli/services/presets/create.py.
 */
export const someFleet: Rule<Preset> = {
  codes,
  check(preset, report) {
    if (preset.value('fleets')?.length !== 0) return;
    const message =
      'With an empty list, no fleet can create the preset: name one, or leave `fleets` out to allow all.\n' +
      '`dstack apply` rejects it unless you pass `--fleet`.';
    report(
      problem('wrong-length', preset.valueSpan('fleets'), message, {
        severity: 'warning',
        data: { remove: 'fleets' },
      }),
    );
  },
};

/**
 * An empty list of volumes has no location, so it does not match that of the other mounts.
 * Mirrors `check_can_attach_job_volumes` of server/services/jobs/__init__.py, which accepts a single mount of this
 * sort.
 */
export const emptyVolumeList: Rule<Run> = {
  codes,
  check(run, report) {
    if (volumeNames(run).length === 0) return;
    for (const mount of run.views('volumes')) {
      const names = mount.value('name');
      if (!isList(names) || names.length > 0) continue;
      const message = 'The list names no volume: name at least one, or remove the mount.';
      report(problem('wrong-length', mount.valueSpan('name'), message));
    }
  },
};
