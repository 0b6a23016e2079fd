import type { ConfigurationKind } from '../structure';
import { containerRules } from './container';
import { devEnvironmentRules } from './dev-environment';
import { fleetRules } from './fleet';
import { planDevEnvironmentRules } from './plan/dev-environment';
import { planFleetRules } from './plan/fleet';
import { planGatewayRules } from './plan/gateway';
import { expressionRules } from './plan/interpolation';
import { planPresetRules } from './plan/preset';
import { planResourceRules, planSizeRules } from './plan/resources';
import { planJobRules, planProfileRules, planRunRules } from './plan/run';
import { planReplicaRules, planServiceRules } from './plan/service';
import { planVolumeRules } from './plan/volume';
import { presetRules } from './preset';
import { profileParamsRules } from './profiles';
import { resourceRules } from './resources';
import type { Rule } from './rule';
import { commandRules, runRules } from './run';
import { replicaGroupRules, serviceRules } from './service';
import { taskRules } from './task';
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
  [root, ...replicaGroups(root), ...nodeGroups(root)].flatMap(
    (owner) => owner.view('resources') ?? [],
  );

// Inner mappings come before those that hold them, as dstack's models have it.
const CONFIGURATION_GROUPS: readonly Group[] = [
  { targets: resources, rules: resourceRules },
  { targets: replicaGroups, rules: replicaGroupRules },
  { targets: profileParams, rules: profileParamsRules },
  { targets: runs, rules: [...containerRules, ...runRules] },
  { targets: tasks, rules: [...taskRules, ...commandRules] },
  { targets: services, rules: [...serviceRules, ...commandRules] },
  { targets: ofType('dev-environment'), rules: devEnvironmentRules },
  { targets: ofType('fleet'), rules: fleetRules },
  { targets: ofType('preset'), rules: presetRules },
  // What follows only planning refuses.
  { targets: resources, rules: planSizeRules },
  {
    targets: runs,
    rules: [...planRunRules, ...planResourceRules, ...expressionRules, ...planJobRules],
  },
  { targets: (root) => [...replicaGroups(root), ...services(root)], rules: planReplicaRules },
  { targets: services, rules: planServiceRules },
  { targets: ofType('dev-environment'), rules: planDevEnvironmentRules },
  { targets: ofType('fleet'), rules: planFleetRules },
  { targets: ofType('gateway'), rules: planGatewayRules },
  { targets: ofType('volume'), rules: planVolumeRules },
  { targets: ofType('preset'), rules: planPresetRules },
];

const PROFILE_GROUPS: readonly Group[] = [
  {
    targets: (root) => root.views('profiles'),
    rules: [...profileParamsRules, ...planProfileRules],
  },
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
