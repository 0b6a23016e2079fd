import type {
  Fleet,
  Gateway,
  Group,
  Job,
  Preset,
  Profile,
  Resources,
  Root,
  Run,
  Volume,
} from '../../coerce/values';
import type { View } from './support/view';

/** The file itself, where it is of one of the types. */
const ofType =
  <T extends Root>(...types: readonly string[]) =>
  (root: View<Root>): readonly View<T>[] =>
    isOfType<T>(root, types) ? [root] : [];

function isOfType<T extends Root>(root: View<Root>, types: readonly string[]): root is View<T> {
  return types.includes(root.value('type') ?? '');
}

const RUN_TYPES = ['dev-environment', 'task', 'service'];

/** The file, where it is a run of any type. */
export const runs = ofType<Run>(...RUN_TYPES);
export const devEnvironments = ofType<Run>('dev-environment');
export const tasks = ofType<Run>('task');
export const services = ofType<Run>('service');
export const fleets = ofType<Fleet>('fleet');
export const gateways = ofType<Gateway>('gateway');
export const volumes = ofType<Volume>('volume');
export const presets = ofType<Preset>('preset');

/** The replica groups of a service: under `groups`, or under `replicas` as older configurations have them. */
export const replicaGroups = (root: View<Root>): readonly View<Group>[] =>
  services(root).flatMap((service) => [...service.views('groups'), ...service.views('replicas')]);

/** All that has a number of replicas of its own. */
export const replicaOwners = (root: View<Root>): readonly View<Job>[] => [
  ...replicaGroups(root),
  ...services(root),
];

/** Everything that can hold the parameters of a profile. */
export const profileParams = ofType<Run | Preset>(...RUN_TYPES, 'preset');

/** Every `resources` mapping of a configuration. */
export const resources = (root: View<Root>): readonly View<Resources>[] => {
  const owners: readonly View<Pick<Fleet, 'resources'>>[] = [
    ...runs(root),
    ...fleets(root),
    ...replicaGroups(root),
    ...tasks(root).flatMap((task) => task.views('groups')),
  ];
  return owners.flatMap((owner) => owner.view('resources') ?? []);
};

/** The profiles of a file of profiles. */
export const profiles = (root: View<Root>): readonly View<Profile>[] => root.views('profiles');
