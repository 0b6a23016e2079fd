import { defined, isList, isRecord, lookup } from '../base/lookup';
import type {
  Between,
  LiveBackend,
  LiveFacts,
  LiveFleet,
  LiveGateway,
  LiveGpu,
  LiveVolume,
} from './facts';

/** Maximum number of items of a list, of a list in an item, and of characters of a text. No project has nearly as many. */
const MOST_ITEMS = 2_000;
const MOST_INNER = 200;
const LONGEST_TEXT = 200;

/** Reads what a client has sent; undefined if it is not what is expected. */
type Reader<T> = (value: unknown) => T | undefined;

/**
 * The facts that a client has sent, or undefined if they are not facts. A list that is too long, or has an item that is
 * not as expected, is not known: with a part of it, names that exist would seem to be missing. Everything else that is
 * sent is dropped.
 */
export function readFacts(sent: unknown): LiveFacts | undefined {
  return complete(
    {
      project: field(sent, 'project', name),
      serverVersion: field(sent, 'serverVersion', text),
      asOf: field(sent, 'asOf', text),
    },
    {
      backends: field(sent, 'backends', list(backend)),
      fleets: field(sent, 'fleets', list(fleet)),
      volumes: field(sent, 'volumes', list(volume)),
      gateways: field(sent, 'gateways', list(gateway)),
      secrets: field(sent, 'secrets', list(name)),
      gpus: field(sent, 'gpus', list(gpu)),
    },
  );
}

const backend: Reader<LiveBackend> = (sent) =>
  complete(
    { name: field(sent, 'name', name) },
    { regions: field(sent, 'regions', list(text, MOST_INNER)) },
  );

const fleet: Reader<LiveFleet> = (sent) =>
  complete(
    {
      name: field(sent, 'name', name),
      status: field(sent, 'status', text),
      kind: field(sent, 'kind', (kind) => (kind === 'ssh' || kind === 'cloud' ? kind : undefined)),
      idle: field(sent, 'idle', amount),
      busy: field(sent, 'busy', amount),
    },
    { project: field(sent, 'project', name), max: field(sent, 'max', amount) },
  );

const volume: Reader<LiveVolume> = (sent) =>
  complete(
    {
      name: field(sent, 'name', name),
      backend: field(sent, 'backend', name),
      status: field(sent, 'status', text),
    },
    { region: field(sent, 'region', text), size: field(sent, 'size', amount) },
  );

const gateway: Reader<LiveGateway> = (sent) =>
  complete(
    {
      name: field(sent, 'name', name),
      isDefault: field(sent, 'isDefault', flag),
      status: field(sent, 'status', text),
    },
    { project: field(sent, 'project', name), domain: field(sent, 'domain', text) },
  );

const gpu: Reader<LiveGpu> = (sent) =>
  complete(
    {
      name: field(sent, 'name', name),
      vendor: field(sent, 'vendor', name),
      memory: field(sent, 'memory', amount),
      counts: field(sent, 'counts', between),
      perGpu: field(sent, 'perGpu', between),
      backends: field(sent, 'backends', list(name, MOST_INNER)),
    },
    { spot: field(sent, 'spot', between) },
  );

const between: Reader<Between> = (sent) => {
  const [min, max] = [field(sent, 'min', amount), field(sent, 'max', amount)];
  return min === undefined || max === undefined || min > max ? undefined : { min, max };
};

/** A name of something, which can be written into a file without quotes around each part. */
function name(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= LONGEST_TEXT && /^[\w.-]+$/.test(value)
    ? value
    : undefined;
}

/** A text on one line without characters that are invisible or change the direction of text. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' &&
    value.length <= LONGEST_TEXT &&
    /^[^\p{C}\p{Zl}\p{Zp}]+$/u.test(value)
    ? value
    : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** A number that JSON has, from 0 on. */
function amount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function list<T>(item: Reader<T>, most = MOST_ITEMS): Reader<readonly T[]> {
  return (value) => {
    if (!isList(value) || value.length > most) return undefined;
    const read: T[] = [];
    for (const one of value) {
      const found = item(one);
      if (found === undefined) return undefined;
      read.push(found);
    }
    return read;
  };
}

function field<T>(sent: unknown, key: string, read: Reader<T>): T | undefined {
  return isRecord(sent) ? read(lookup(sent, key)) : undefined;
}

type Known<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

/** All of `needed` and what is known of `more`; undefined if something needed is not known. */
function complete<N extends object, M extends object>(
  needed: N,
  more: M,
): (Known<N> & ReturnType<typeof defined<M>>) | undefined {
  if (Object.values(needed).includes(undefined)) return undefined;
  return { ...(needed as Known<N>), ...defined(more) };
}
