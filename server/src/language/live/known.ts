import { closest } from '../base/spelling';
import type { EntityKind } from '../schema/schema';
import type { LiveBackend, LiveFacts, LiveGpu } from './facts';

/** What has names that files refer to and a server knows. */
export type LiveEntity = Extract<EntityKind, 'fleet' | 'gateway' | 'volume'>;

/** The same, and what a server is configured with. */
export type LiveKind = LiveEntity | Mentioned;

/** What a server is configured with, and no file of a workspace defines. */
export type Mentioned = 'backend' | 'region' | 'secret';

/** Maximum number of names that are compared with a misspelt one, and of misspelt names that are remembered. */
const MOST_NAMES = 200;
const MOST_SLIPS = 1000;

/** The names of a project, for look-ups: thousands of files may ask for each. */
class LiveNames {
  private readonly known = new Map<LiveKind, ReadonlySet<string> | undefined>();
  private ownersPart: ReadonlyMap<string, readonly string[]> | undefined;
  private gpusPart: ReadonlyMap<string, readonly LiveGpu[]> | undefined;
  private readonly slips = new Map<string, string | undefined>();

  constructor(private readonly facts: LiveFacts) {}

  /** Undefined if it is not known which names of the kind there are. */
  of(kind: LiveKind): ReadonlySet<string> | undefined {
    if (!this.known.has(kind)) {
      const names = NAMES[kind](this.facts);
      this.known.set(kind, names && new Set(names));
    }
    return this.known.get(kind);
  }

  /** The GPUs of each name in lower case: several, if it exists with several sizes of memory. */
  get gpus(): ReadonlyMap<string, readonly LiveGpu[]> {
    return (this.gpusPart ??= byName(this.facts.gpus ?? []));
  }

  /** The backends that are configured with each region, which is in lower case. */
  get owners(): ReadonlyMap<string, readonly string[]> {
    return (this.ownersPart ??= ownersOf(this.facts.backends ?? []));
  }

  slipOf(kind: LiveKind, name: string): string | undefined {
    const key = `${kind} ${name}`;
    if (!this.slips.has(key) && this.slips.size < MOST_SLIPS) {
      const names = [...(this.of(kind) ?? [])];
      this.slips.set(key, names.length > MOST_NAMES ? undefined : closest(name, names)[0]);
    }
    return this.slips.get(key);
  }
}

function byName(gpus: readonly LiveGpu[]): ReadonlyMap<string, readonly LiveGpu[]> {
  const found = new Map<string, LiveGpu[]>();
  for (const gpu of gpus) {
    const key = gpu.name.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), gpu]);
  }
  return found;
}

function ownersOf(backends: readonly LiveBackend[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { name, regions = [] } of backends) {
    for (const region of new Set(regions.map((one) => one.toLowerCase()))) {
      const known = owners.get(region);
      if (known) known.push(name);
      else owners.set(region, [name]);
    }
  }
  return owners;
}

/** Backends that nothing is configured for: SSH fleets, and the former name of another one. */
const NOT_CONFIGURED = ['remote', 'datacrunch'];

/** Names of another project are not those of this one. */
const own = ({ project }: LiveFacts, list: readonly { name: string; project?: string }[]) =>
  list.filter((one) => one.project === undefined || one.project === project).map(nameOf);

const nameOf = ({ name }: { readonly name: string }) => name;

const NAMES: Readonly<Record<LiveKind, (facts: LiveFacts) => readonly string[] | undefined>> = {
  backend: ({ backends }) => backends && [...backends.map(nameOf), ...NOT_CONFIGURED],
  fleet: (facts) => facts.fleets && own(facts, facts.fleets),
  gateway: (facts) => facts.gateways && own(facts, facts.gateways),
  // As dstack compares them. A backend whose regions are not known may have any.
  region: ({ backends }) =>
    backends?.every(({ regions }) => regions !== undefined)
      ? backends.flatMap(({ regions = [] }) => regions.map((region) => region.toLowerCase()))
      : undefined,
  secret: ({ secrets }) => secrets,
  volume: ({ volumes }) => volumes?.map(nameOf),
};

const MADE = new WeakMap<LiveFacts, LiveNames>();

function namesIn(facts: LiveFacts): LiveNames {
  const names = MADE.get(facts) ?? new LiveNames(facts);
  MADE.set(facts, names);
  return names;
}

/** Whether the project has something of this name; undefined if that is not known. */
export function isLive(facts: LiveFacts, kind: LiveKind, name: string): boolean | undefined {
  const names = namesIn(facts).of(kind);
  return names?.has(kind === 'region' ? name.toLowerCase() : name);
}

/** The name of the project that a name may be a slip of; undefined if there is none, or if there are too many names. */
export function liveSlipOf(facts: LiveFacts, kind: LiveKind, name: string): string | undefined {
  return namesIn(facts).slipOf(kind, name);
}

/** The names of a kind that the project has, as the server lists them; none if they are not known. */
export function liveNames(facts: LiveFacts, kind: LiveKind): readonly string[] {
  return [...(namesIn(facts).of(kind) ?? [])];
}

/** The GPUs of a name, in any letter case, that the backends of the project offer. */
export function liveGpus(facts: LiveFacts, name: string): readonly LiveGpu[] {
  return namesIn(facts).gpus.get(name.toLowerCase()) ?? [];
}

/** The backends of the project that are configured with a region. */
export function liveOwners(facts: LiveFacts, region: string): readonly string[] {
  return namesIn(facts).owners.get(region.toLowerCase()) ?? [];
}

/** Whether a server knows the names of this kind. */
export function isLiveKind(kind: EntityKind): kind is LiveEntity {
  return Object.hasOwn(NAMES, kind);
}
