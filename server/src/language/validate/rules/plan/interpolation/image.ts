import type { Job, Run } from '../../../../coerce/values';
import { groupsOf } from '../../support/groups';
import type { View } from '../../support/view';

/** The image that means none: `DUMMY_IMAGE_NAME` there. */
const NO_IMAGE = 'scratch';

/**
 * Whether the server asks the registry for the image of a run to plan it: for the user, for the architecture, or for
 * the command to run, if the file does not say. False if that is uncertain.
 * Mirrors `JobConfigurator._user`, `_requirements` and `_commands` of server/services/jobs/configurators/base.py.
 */
export function planLooksAtImage(run: View<Run>): boolean {
  const groups = groupsOf(run).map(({ view }) => view);
  const owners: readonly View<Job>[] = groups.length > 0 ? groups : [run];
  return owners.some(
    (owner) =>
      (isImage(run) || isImage(owner)) &&
      (!run.isSet('user') || isArchitectureOpen(owner) || isCommandOpen(run, owner)),
  );
}

function isImage(owner: View<Job>): boolean {
  const image = owner.value('image');
  return image != null && image !== NO_IMAGE;
}

function isArchitectureOpen(owner: View<Job>): boolean {
  if (owner.isUnsure('resources')) return false;
  return owner.value('resources')?.cpu?.arch == null;
}

/** A dev environment has its own commands. */
function isCommandOpen(run: View<Run>, owner: View<Job>): boolean {
  if (run.value('type') === 'dev-environment' || owner.isUnsure('commands')) return false;
  return !run.isSet('entrypoint') && !owner.isTruthy('commands');
}
