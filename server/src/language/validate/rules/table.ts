import type { Fleet } from '../../coerce/values';
import type { ConfigurationKind } from '../structure';
import { gpuCount } from './advice/gpu-count';
import { hostAddresses } from './advice/host-address';
import { imageName } from './advice/image-name';
import { gpuNames } from './advice/unknown-gpu';
import { regionOfBackend, regionsOfBackends } from './advice/unknown-region';
import {
  cpuForm,
  datasetShape,
  dockerAlone,
  folderOrUrl,
  imageOrPython,
  inactivityDuration,
  instanceForms,
  mountForms,
  nodesOrGroups,
  presetModel,
  privilegedDocker,
  probeBody,
  replicasOrGroups,
} from './model/conflicting-properties';
import {
  uniqueBackendOptions,
  uniqueGroupNames,
  uniquePrefixes,
  uniqueProbes,
  uniqueVariables,
} from './model/duplicate-entry';
import { windsurfCommit } from './model/invalid-format';
import {
  completeInstances,
  completeMounts,
  groupReplicas,
  ideOfVersion,
  presetHasModel,
  repoSource,
} from './model/missing-key';
import {
  nodeGroupsRunSomething,
  replicaGroupsRunSomething,
  somethingToRun,
} from './model/nothing-to-run';
import { replicasNotNegative, sharedPrefix } from './model/out-of-range';
import { fleetNodes, replicaRange, resourceRanges } from './model/range';
import { rangeNeedsScaling } from './model/range-without-scaling';
import { oneReplicaOfRouter } from './model/router-replicas';
import { scalingNeedsRange } from './model/scaling-without-range';
import { oneLevel } from './model/set-at-two-levels';
import { oneRouter, serviceOrGroupRouter } from './model/several-routers';
import { serviceTopLevelProperties, taskTopLevelProperties } from './model/top-level-with-groups';
import { boundedReplicas } from './model/unbounded-replicas';
import { agentEffort } from './model/unknown-value';
import { noEntrypoint } from './model/unsupported-property';
import { gpuLists } from './model/wrong-type';
import { certificateOrReplicas, gatewayCertificate } from './plan/certificate';
import {
  autoCleanup,
  dockerOnArm,
  dynamoRetry,
  networkOrAddresses,
  nodesOrHosts,
  routerOrReplicas,
} from './plan/conflicting-properties';
import { localPorts, uniqueHosts, uniqueVolumes } from './plan/duplicate-entry';
import { entrypointWords } from './plan/entrypoint';
import { fleetKind } from './plan/fleet-kind';
import { gatewayBackend, gatewayLoadBalancer, loadBalancerOnAws } from './plan/gateway-backend';
import { withoutGateway } from './plan/gateway-required';
import { FORMER_IMAGE_RULES, imageRequired } from './plan/image-required';
import { internalIp } from './plan/internal-ip';
import { probeExpressions, registryExpressions } from './plan/interpolation/command-line';
import { commandExpressions, initExpressions } from './plan/interpolation/commands';
import { envExpressions } from './plan/interpolation/env';
import { domainExpressions, volumeExpressions } from './plan/interpolation/fixed-names';
import { windsurfVersion } from './plan/invalid-format';
import { hostLogin, newOrExisting, requiredForCreation } from './plan/missing-key';
import { mountPath } from './plan/mount-point';
import { neverScheduled } from './plan/never-scheduled';
import { wordsToRun } from './plan/nothing-to-run';
import { retryDuration, retryDurationOfProfile, scalingTarget } from './plan/out-of-range';
import { finiteSizes } from './plan/range';
import { absoluteWorkingDir } from './plan/relative-working-dir';
import { repoUrl } from './plan/repo-url';
import { possibleVolumes } from './plan/resource-name';
import { scalingNeedsReplicas } from './plan/scaling-without-range';
import { scheduledScaleToZero } from './plan/scheduled-scale-to-zero';
import { gatewayReplicas, probeLimits, utilizationWindow } from './plan/server-limit';
import { noBackendProperties, noEnv } from './plan/unsupported-property';
import { workflowMount } from './plan/workflow-mount';
import { emptyVolumeList, someFleet } from './plan/wrong-length';
import { part, type Part } from './part';
import {
  devEnvironments,
  fleets,
  gateways,
  presets,
  profileParams,
  profiles,
  replicaGroups,
  replicaOwners,
  resources,
  runs,
  services,
  tasks,
  volumes,
} from './targets';

/** For a run and for a replica group: both have the image of the container. */
const CONTAINER = [imageOrPython, dockerAlone];
/** For mappings with a number of replicas. */
const REPLICAS = [replicaRange, boundedReplicas, replicasNotNegative];
const SCALING = [rangeNeedsScaling, scalingNeedsRange];
const PROFILE_PARAMS = [instanceForms, completeInstances, uniqueBackendOptions];

/** What the models check. Inner mappings come before those that hold them. */
const MODEL: readonly Part[] = [
  part(resources, [cpuForm, gpuLists, resourceRanges]),
  part(replicaGroups, [groupReplicas, ...REPLICAS, ...CONTAINER, privilegedDocker, ...SCALING]),
  part(profileParams, PROFILE_PARAMS),
  part(runs, [...CONTAINER, uniqueVariables, mountForms, completeMounts, folderOrUrl, repoSource]),
  part(tasks, [
    nodesOrGroups,
    uniqueGroupNames,
    taskTopLevelProperties,
    nodeGroupsRunSomething,
    somethingToRun,
  ]),
  part(services, [
    replicasOrGroups,
    ...REPLICAS,
    probeBody,
    uniqueProbes,
    uniquePrefixes,
    uniqueGroupNames,
    ...SCALING,
    serviceTopLevelProperties,
    oneLevel,
    replicaGroupsRunSomething,
    // Of several routers, all but the first would have a problem, so it would look like the only one.
    oneReplicaOfRouter,
    oneRouter,
    serviceOrGroupRouter,
    somethingToRun,
  ]),
  part(devEnvironments, [noEntrypoint, ideOfVersion, windsurfCommit, inactivityDuration]),
  part<Fleet>(fleets, [fleetNodes, uniqueVariables, uniqueBackendOptions]),
  part(presets, [
    presetModel,
    presetHasModel,
    agentEffort,
    uniqueVariables,
    datasetShape,
    sharedPrefix,
  ]),
];

/** What only planning rejects. */
const PLAN: readonly Part[] = [
  part(resources, [finiteSizes]),
  part(runs, [
    absoluteWorkingDir,
    repoUrl,
    retryDuration,
    mountPath,
    workflowMount,
    utilizationWindow,
    imageRequired,
    ...FORMER_IMAGE_RULES,
    dockerOnArm,
    registryExpressions,
    probeExpressions,
    commandExpressions,
    initExpressions,
    envExpressions,
    volumeExpressions,
    // From here on the server makes jobs.
    entrypointWords,
    wordsToRun,
    possibleVolumes,
    uniqueVolumes,
    emptyVolumeList,
    neverScheduled,
    localPorts,
  ]),
  part(replicaOwners, [scalingTarget]),
  part(services, [
    dynamoRetry,
    scalingNeedsReplicas,
    scheduledScaleToZero,
    probeLimits,
    withoutGateway,
  ]),
  part(devEnvironments, [windsurfVersion]),
  part(fleets, [
    noEnv,
    nodesOrHosts,
    fleetKind,
    noBackendProperties,
    hostLogin,
    internalIp,
    networkOrAddresses,
    uniqueHosts,
  ]),
  part(gateways, [
    gatewayBackend,
    domainExpressions,
    gatewayReplicas,
    gatewayLoadBalancer,
    loadBalancerOnAws,
    certificateOrReplicas,
    gatewayCertificate,
    routerOrReplicas,
  ]),
  part(volumes, [newOrExisting, autoCleanup]),
  part(presets, [requiredForCreation, someFleet]),
];

/** What dstack accepts, and what is certainly not intended. */
const ADVICE: readonly Part[] = [
  part(runs, [imageName]),
  part(resources, [gpuNames, gpuCount]),
  part(profileParams, [regionsOfBackends]),
  part(fleets, [regionsOfBackends, hostAddresses]),
  part(volumes, [regionOfBackend]),
  part(gateways, [regionOfBackend]),
];

/** Rules for profiles. Most mistakes appear when a run uses them. */
const PROFILES_MODEL: readonly Part[] = [part(profiles, PROFILE_PARAMS)];
const PROFILES: readonly Part[] = [
  part(profiles, [...PROFILE_PARAMS, retryDurationOfProfile, utilizationWindow, regionsOfBackends]),
];

/** The rules that the models check, without those of planning. */
export const MODEL_RULES: Readonly<Record<ConfigurationKind, readonly Part[]>> = {
  configuration: MODEL,
  profiles: PROFILES_MODEL,
};

/** All rules, by the kind of file that they are for. */
export const RULES: Readonly<Record<ConfigurationKind, readonly Part[]>> = {
  configuration: [...MODEL, ...PLAN, ...ADVICE],
  profiles: PROFILES,
};
