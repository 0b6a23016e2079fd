/**
 * What dstack's models hold: a configuration after its shorthands are expanded and its scalars are converted. The types
 * have the properties that rules look at, under the names of the schema, which a test compares with these. A property
 * that the file does not set is absent. Sizes are in GB, durations in seconds.
 */
import type { Ports } from '../shorthand/ports';
import type { RangeValue } from '../shorthand/resources/range';

/** Written as a mapping, it may have one of the ends only. */
export type Range = Partial<RangeValue>;

/** Mirrors `CPUSpec`, with the limits that it accepts for its `count`. */
export interface Cpu extends Range {
  readonly count?: Range;
  readonly arch?: string | null;
}

/** Mirrors `GPUSpec`. */
export interface Gpu {
  readonly vendor?: string | null;
  readonly name?: readonly string[] | null;
  readonly count?: Range;
  readonly memory?: Range | null;
  readonly total_memory?: Range | null;
}

/** Mirrors `ResourcesSpec`. */
export interface Resources {
  readonly cpu?: Cpu;
  readonly memory?: Range;
  readonly gpu?: Gpu | null;
  readonly disk?: { readonly size?: Range } | null;
}

/** The variables as entries of a list, or as a mapping. Mirrors `Env`. */
export type Env = readonly string[] | Readonly<Record<string, string | object>>;

/** The source of the container of a run or a replica group. */
export interface Container {
  readonly image?: string | null;
  readonly python?: string | null;
  readonly docker?: boolean | null;
  readonly nvcc?: boolean | null;
  readonly privileged?: boolean | null;
}

/** Mirrors `VolumeMountPoint` and `InstanceMountPoint`. */
export interface Mount {
  readonly path?: string;
  readonly name?: string | readonly string[];
  readonly instance_path?: string;
}

/** Mirrors `RepoSpec`. */
export interface Repo {
  readonly local_path?: string | null;
  readonly url?: string | null;
}

/** Mirrors `InstanceSelector`. */
export interface Instance {
  readonly name?: string;
  readonly hostname?: string;
  readonly instance?: number;
}

/** Mirrors `ProfileParams`, which runs, presets and profiles have. */
export interface ProfileParams {
  readonly backend_options?: readonly { readonly type?: string }[] | null;
  readonly backends?: readonly string[] | null;
  readonly regions?: readonly string[] | null;
  readonly fleets?: readonly object[] | null;
  readonly instances?: readonly Instance[] | null;
  readonly retry?: { readonly duration?: number | null } | boolean | null;
  readonly schedule?: { readonly cron?: string | readonly string[] } | null;
  readonly utilization_policy?: { readonly time_window?: number } | null;
}

/** Mirrors `ScalingSpec`. */
export interface Scaling {
  readonly target?: number;
}

/** What a run says about the machines that it wants, for all of them or for a group. */
export interface Job extends Container {
  readonly commands?: readonly string[];
  readonly nodes?: number | null;
  readonly replicas?: Range | readonly Group[] | null;
  /** The old name of `replicas` in a group. */
  readonly count?: Range;
  readonly resources?: Resources;
  readonly scaling?: Scaling | null;
}

/** A group of nodes or of replicas. Mirrors `NodeGroup` and `ReplicaGroup`. */
export interface Group extends Job {
  readonly name?: string | null;
  readonly nodes?: number;
  readonly replicas?: Range;
  readonly router?: { readonly type?: string } | null;
}

/** Mirrors `ProbeConfig`. */
export interface Probe {
  readonly url?: string | null;
  readonly method?: string | null;
  readonly headers?: readonly { readonly value?: string }[];
  readonly body?: string | null;
  readonly timeout?: number | null;
}

/** What only services have. Mirrors `ServiceConfigurationParams`. */
interface ServiceParams {
  readonly gateway?: boolean | object | null;
  readonly https?: boolean | string | null;
  readonly probes?: readonly Probe[] | null;
  readonly rate_limits?: readonly { readonly prefix?: string }[];
}

/** What only dev environments have. Mirrors `DevEnvironmentConfigurationParams`. */
interface DevEnvironmentParams {
  readonly ide?: string | null;
  readonly version?: string | null;
  readonly init?: readonly string[];
  readonly inactivity_duration?: number | null;
}

/** A dev environment, task or service. */
export interface Run extends ProfileParams, Job, ServiceParams, DevEnvironmentParams {
  readonly type?: string;
  readonly dstack?: boolean;
  readonly entrypoint?: string | null;
  readonly env?: Env;
  readonly groups?: readonly Group[] | null;
  readonly ports?: readonly Ports[];
  readonly registry_auth?: { readonly username?: string; readonly password?: string } | null;
  readonly repos?: readonly Repo[];
  readonly user?: string | null;
  readonly volumes?: readonly Mount[];
  readonly working_dir?: string | null;
}

/** Mirrors `SSHHostParams`. */
export interface Host {
  readonly hostname?: string;
  readonly port?: number | null;
  readonly user?: string | null;
  readonly identity_file?: string | null;
  readonly internal_ip?: string | null;
}

/** Mirrors `SSHParams`. */
export interface SshConfig {
  readonly hosts?: readonly (string | Host)[];
  readonly user?: string | null;
  readonly identity_file?: string | null;
  readonly port?: number | null;
  readonly network?: string | null;
}

/** Mirrors `FleetConfiguration`. */
export interface Fleet extends Pick<ProfileParams, 'backend_options' | 'backends' | 'regions'> {
  readonly type?: string;
  readonly env?: Env;
  readonly nodes?: (Range & { readonly target?: number | null }) | null;
  readonly resources?: Resources | null;
  readonly ssh_config?: SshConfig | null;
}

/** Mirrors `GatewayConfiguration`. */
export interface Gateway {
  readonly type?: string;
  readonly backend?: string;
  readonly certificate?: { readonly type?: string } | null;
  readonly domain?: string | null;
  readonly load_balancer?: object | null;
  readonly public_ip?: boolean;
  readonly region?: string;
  readonly replicas?: number | null;
}

/** Mirrors `VolumeConfiguration`. */
export interface Volume {
  readonly type?: string;
  readonly backend?: string;
  readonly region?: string;
  readonly size?: number | null;
  readonly volume_id?: string | null;
  readonly claim_name?: string | null;
  readonly auto_cleanup_duration?: number | null;
}

/** Mirrors `PresetConfiguration`. */
export interface Preset extends ProfileParams {
  readonly type?: string;
  readonly agent?: { readonly provider?: string; readonly effort?: string | null } | null;
  readonly dataset?: string | null;
  readonly env?: Env;
  readonly input_tokens?: number | null;
  readonly output_tokens?: number | null;
  readonly shared_prefix_tokens?: number | null;
  readonly model?: object | null;
}

/** Mirrors `Profile` of core/models/profiles.py. */
export interface Profile extends ProfileParams {
  readonly default?: boolean;
}

/** A configuration of any type, or the file of profiles. */
export interface Root {
  readonly type?: string;
  readonly profiles?: readonly Profile[];
}
