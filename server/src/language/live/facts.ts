/** What is known of a dstack server. It is plain data that a client sends: the language server has no network. */

/** Two ends, both included. */
export interface Between {
  readonly min: number;
  readonly max: number;
}

/** A backend that is configured in the project, and its regions if they are known. */
export interface LiveBackend {
  readonly name: string;
  readonly regions?: readonly string[];
}

export interface LiveFleet {
  readonly name: string;
  /** The project that owns it, if that is another one. */
  readonly project?: string;
  readonly status: string;
  readonly kind: 'ssh' | 'cloud';
  /** How many of its instances no run uses, and how many runs use. */
  readonly idle: number;
  readonly busy: number;
  /** The most instances that it may have. */
  readonly max?: number;
}

export interface LiveVolume {
  readonly name: string;
  readonly backend: string;
  readonly region?: string;
  /** In GB. */
  readonly size?: number;
  readonly status: string;
}

export interface LiveGateway {
  readonly name: string;
  /** The project that owns it, if that is another one. */
  readonly project?: string;
  readonly isDefault: boolean;
  readonly domain?: string;
  readonly status: string;
}

/** A GPU that the backends of the project offer. */
export interface LiveGpu {
  readonly name: string;
  readonly vendor: string;
  /** In GB, of one GPU. */
  readonly memory: number;
  /** How many of them an instance has. */
  readonly counts: Between;
  /** US dollars per hour for one GPU: of all offers, and of the spot instances among them. */
  readonly perGpu: Between;
  readonly spot?: Between;
  readonly backends: readonly string[];
}

/**
 * What a server has said about one project. A list that is undefined is not known, and then nothing is said about it.
 * Facts never make an error: a server can change at any time.
 */
export interface LiveFacts {
  readonly project: string;
  /** The release of dstack that the server is, such as `0.22.5`. */
  readonly serverVersion: string;
  /** When the server said so, for people to read: `10:42`. */
  readonly asOf: string;
  readonly backends?: readonly LiveBackend[];
  readonly fleets?: readonly LiveFleet[];
  readonly volumes?: readonly LiveVolume[];
  readonly gateways?: readonly LiveGateway[];
  /** Their names; their values are never known. */
  readonly secrets?: readonly string[];
  readonly gpus?: readonly LiveGpu[];
}
