import type { Container as Source, Job, Resources, Run } from '../../../coerce/values';
import { groupsOf } from './groups';
import type { View } from './view';

/** A container of a run: its image, and the hardware that it requires. */
export interface Container {
  /** The mapping that an `image` would be added to. */
  readonly owner: View;
  readonly resources: View<Resources>;
  readonly hasImage: boolean;
  /** Where `docker: true` is set. */
  readonly docker: View<Source> | undefined;
}

/**
 * The containers of a run with `resources`: one, or one for each group. Those with something unclear are omitted.
 * Mirrors `_get_replica_group_image_and_docker` of server/services/runs/spec.py.
 */
export function containersOf(run: View<Run>): readonly Container[] {
  const groups = groupsOf(run).map(({ view }) => view);
  const owners: readonly View<Job>[] = groups.length > 0 ? groups : [run];
  return owners.flatMap((owner) => containerOf(owner, run) ?? []);
}

/** The container of a group, or of the run itself; undefined if something about it is unclear. */
export function containerOf(owner: View<Job>, run: View<Run>): Container | undefined {
  const levels: readonly View<Job>[] = owner === run ? [run] : [owner, run];
  const isUnclear = levels.some(
    (level) => level.hasUnsureKeys() || level.isUnsure('image') || level.isUnsure('docker'),
  );
  const resources = owner.view('resources');
  if (isUnclear || !resources) return undefined;
  const docker = levels.find((level) => level.isSet('docker'));
  return {
    owner,
    resources,
    hasImage: levels.some((level) => level.isSet('image')),
    docker: docker?.value('docker') === true ? docker : undefined,
  };
}
