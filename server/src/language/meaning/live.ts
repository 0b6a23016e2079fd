import { counted, listInWords } from '../base/words';
import type { Between, LiveFacts, LiveGpu } from '../live/facts';
import { isLive, liveGpus, liveOwners, type LiveKind } from '../live/known';
import { code } from './markdown';
import { sizeInWords } from './words';

/** Names that a sentence lists at most. */
const SHOWN = 8;

/**
 * What the user's server has said about a name, as one paragraph of Markdown; undefined if it has said nothing. What it
 * said is text of strangers, and is shown as code.
 *
 * @param owner the project that owns it, if the reference names one
 */
export function aboutLive(
  facts: LiveFacts,
  kind: LiveKind,
  name: string,
  owner = facts.project,
): string | undefined {
  const said = SENTENCES[kind](facts, name, owner);
  return said === undefined ? undefined : `${said} ${source(facts)}`;
}

/** The same about the GPUs of these names. */
export function aboutLiveGpus(facts: LiveFacts, names: readonly string[]): string | undefined {
  const gpus = names.slice(0, SHOWN).flatMap((name) => liveGpus(facts, name));
  if (gpus.length === 0) return undefined;
  return `${gpus.slice(0, SHOWN).map(gpuInWords).join(' ')} ${source(facts)}`;
}

/** The lowest price of a GPU of this name, as `from $2.50/h`; undefined if the project has none. */
export function priceOfGpu(facts: LiveFacts, name: string): string | undefined {
  const prices = liveGpus(facts, name).map(({ perGpu }) => perGpu.min);
  return prices.length === 0 ? undefined : `from ${dollars(Math.min(...prices))}/h`;
}

function source({ project, asOf }: LiveFacts): string {
  return `_(project ${code(project)}, ${code(asOf)})_`;
}

type Sentence = (facts: LiveFacts, name: string, owner: string) => string | undefined;

const SENTENCES: Readonly<Record<LiveKind, Sentence>> = {
  backend: ({ backends }, name) => {
    const found = backends?.find((one) => one.name === name);
    if (!found) return undefined;
    const { regions } = found;
    if (!regions || regions.length === 0) return 'The project is configured with this backend.';
    const more = regions.length > SHOWN ? [`${String(regions.length - SHOWN)} more`] : [];
    const list = listInWords([...regions.slice(0, SHOWN).map(code), ...more]);
    return `The project is configured with this backend, in ${list}.`;
  },
  region: (facts, name) => {
    const owners = liveOwners(facts, name).slice(0, SHOWN).map(code);
    return owners.length === 0
      ? undefined
      : `The project is configured with this region of ${listInWords(owners)}.`;
  },
  secret: (facts, name) =>
    isLive(facts, 'secret', name) ? 'The project has this secret.' : undefined,
  fleet: (facts, name, owner) => {
    const found = facts.fleets?.find((one) => one.name === name && isOf(owner, one, facts));
    if (!found) return undefined;
    const { kind, status, idle, busy, max } = found;
    const most = max === undefined ? '' : `, ${String(max)} at most`;
    return `${kind === 'ssh' ? 'SSH' : 'Cloud'} fleet, ${code(status)}: ${counted(idle, 'free instance')}, ${String(busy)} in use${most}.`;
  },
  gateway: (facts, name, owner) => {
    const found = facts.gateways?.find((one) => one.name === name && isOf(owner, one, facts));
    if (!found) return undefined;
    const { isDefault, domain, status } = found;
    const at = domain === undefined ? '' : `, at ${code(domain)}`;
    return `${isDefault ? 'Default gateway' : 'Gateway'}, ${code(status)}${at}.`;
  },
  volume: ({ volumes }, name) => {
    const found = volumes?.find((one) => one.name === name);
    if (!found) return undefined;
    const { backend, region, size, status } = found;
    const place = region === undefined ? '' : ` in ${code(region)}`;
    const how = size === undefined ? '' : `, ${sizeInWords(size)}`;
    return `Volume of ${code(backend)}${place}, ${code(status)}${how}.`;
  },
};

function isOf(owner: string, { project }: { project?: string }, facts: LiveFacts): boolean {
  return (project ?? facts.project) === owner;
}

/** `H100` with 80 GB, 1 to 8 in an instance: $2.50 to $4.10 per GPU and hour, spot $1.20 to $1.90, from `aws`. */
function gpuInWords({ name, memory, counts, perGpu, spot, backends }: LiveGpu): string {
  const where = listInWords(backends.slice(0, SHOWN).map(code));
  const parts = [
    `${rangeInWords(perGpu, dollars)} per GPU and hour`,
    spot && `as spot ${rangeInWords(spot, dollars)}`,
    where && `from ${where}`,
  ];
  const count = rangeInWords(counts, String);
  return `${code(name)} with ${sizeInWords(memory)}, ${count} in an instance: ${parts.filter(Boolean).join(', ')}.`;
}

function rangeInWords({ min, max }: Between, toWords: (end: number) => string): string {
  return min === max ? toWords(min) : `${toWords(min)} to ${toWords(max)}`;
}

/** `$2.50`; of less than ten cents, tenths of cents as well. */
function dollars(amount: number): string {
  return `$${amount.toFixed(amount < 0.1 ? 3 : 2)}`;
}
