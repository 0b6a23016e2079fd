import type { ConfigurationKind } from '../structure';
import type { Rule } from './rule';
import type { View } from './view';

/** A rule together with the mapping that it is about. */
export interface Application {
  readonly rule: Rule;
  readonly target: View;
}

/** Mappings of one sort, and the rules that hold for each of them, in the order in which dstack checks them. */
interface Group {
  readonly targets: (root: View) => readonly View[];
  readonly rules: readonly Rule[];
}

const RUN_TYPES = ['dev-environment', 'task', 'service'];

const ofType =
  (...types: readonly string[]) =>
  (root: View) =>
    types.includes(root.text('type') ?? '') ? [root] : [];

const runs = ofType(...RUN_TYPES);
const tasks = ofType('task');
const services = ofType('service');

/** The replica groups of a service: under `groups`, or under `replicas` as older configurations have them. */
const replicaGroups = (root: View) =>
  services(root).flatMap((service) => [...service.views('groups'), ...service.views('replicas')]);

const nodeGroups = (root: View) => tasks(root).flatMap((task) => task.views('groups'));

/** Everything that can hold the parameters of a profile. */
const profileParams = (root: View) => ofType(...RUN_TYPES, 'preset')(root);

/** Every `resources` mapping of a configuration. */
const resources = (root: View) =>
  [root, ...replicaGroups(root), ...nodeGroups(root)].flatMap((owner) => owner.view('resources') ?? []);

const CONFIGURATION_GROUPS: readonly Group[] = [
  { targets: runs, rules: [] },
  { targets: tasks, rules: [] },
  { targets: services, rules: [] },
  { targets: replicaGroups, rules: [] },
  { targets: nodeGroups, rules: [] },
  { targets: ofType('dev-environment'), rules: [] },
  { targets: ofType('fleet'), rules: [] },
  { targets: ofType('gateway'), rules: [] },
  { targets: ofType('volume'), rules: [] },
  { targets: ofType('preset'), rules: [] },
  { targets: profileParams, rules: [] },
  { targets: resources, rules: [] },
];

const PROFILE_GROUPS: readonly Group[] = [
  { targets: (root) => root.views('profiles'), rules: [] },
];

/** The rules that hold for a document. */
export function rulesFor(root: View, kind: ConfigurationKind): readonly Application[] {
  const groups = kind === 'profiles' ? PROFILE_GROUPS : CONFIGURATION_GROUPS;
  return groups.flatMap(({ targets, rules }) =>
    rules.length === 0
      ? []
      : targets(root).flatMap((target) => rules.map((rule) => ({ rule, target }))),
  );
}
