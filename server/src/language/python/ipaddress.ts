import * as python from './python';

/** Addresses and networks as Python's module `ipaddress` reads them. */
export interface IpNetwork {
  /** 32 for IPv4, 128 for IPv6. */
  readonly bits: 32 | 128;
  /** The lowest and the highest address. */
  readonly first: bigint;
  readonly last: bigint;
}

/** `ipaddress.ip_address(text)`; undefined if it raises. */
export function ipAddress(text: string): IpNetwork | undefined {
  return text.includes('/') ? undefined : ipNetwork(text);
}

/** `ipaddress.ip_network(text, strict=False)`; undefined if it raises. A plain address is a network of one. */
export function ipNetwork(text: string): IpNetwork | undefined {
  const [address = '', mask, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const v4 = ipv4(address);
  if (v4 !== undefined) return network(32, v4, mask === undefined ? 32 : maskLength(mask));
  const v6 = ipv6(withoutScope(address));
  if (v6 === undefined) return undefined;
  return network(128, v6, mask === undefined ? 128 : prefixLength(mask, 128));
}

function network(bits: 32 | 128, address: bigint, prefix: number | undefined) {
  if (prefix === undefined) return undefined;
  const hosts = (1n << BigInt(bits - prefix)) - 1n;
  return { bits, first: address & ~hosts, last: address | hosts };
}

function prefixLength(text: string, bits: number): number | undefined {
  if (!/^[0-9]+$/.test(text)) return undefined;
  const length = python.int(text);
  return length !== undefined && length <= bits ? Number(length) : undefined;
}

const ALL_ONES = (1n << 32n) - 1n;

/** The prefix length of `24`, the netmask `255.255.255.0` and the host mask `0.0.0.255`. */
function maskLength(text: string): number | undefined {
  const mask = ipv4(text);
  if (mask === undefined) return prefixLength(text, 32);
  const lengths = Array.from({ length: 33 }, (_, length) => length);
  const netmask = (length: number) => ALL_ONES ^ (ALL_ONES >> BigInt(length));
  return (
    lengths.find((length) => netmask(length) === mask) ??
    lengths.find((length) => netmask(length) === (mask ^ ALL_ONES))
  );
}

function ipv4(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => /^(?:0|[1-9][0-9]{0,2})$/.test(octet))) {
    return undefined;
  }
  if (octets.some((octet) => Number(octet) > 255)) return undefined;
  return octets.reduce((address, octet) => (address << 8n) | BigInt(octet), 0n);
}

/** The address without `%eth0`; undefined if the scope is empty or not the last part. */
function withoutScope(text: string): string | undefined {
  const [address, scope, ...more] = text.split('%');
  return scope === '' || more.length > 0 ? undefined : address;
}

function ipv6(text: string | undefined): bigint | undefined {
  const groups = text === undefined ? undefined : hexGroups(text);
  if (!groups || groups.length < 3 || groups.length > 9) return undefined;
  const full = withoutGap(groups);
  if (full?.length !== 8 || !full.every((group) => /^[0-9a-f]{1,4}$/i.test(group)))
    return undefined;
  return full.reduce((address, group) => (address << 16n) | BigInt(`0x${group}`), 0n);
}

/** The parts between the colons, with an IPv4 address at the end turned into two groups. */
function hexGroups(text: string): string[] | undefined {
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  if (!last.includes('.') || groups.length < 3) return groups;
  const address = ipv4(last);
  if (address === undefined) return undefined;
  const halves = [address >> 16n, address & 0xffffn].map((half) => half.toString(16));
  return [...groups.slice(0, -1), ...halves];
}

/** The groups with zeros in place of `::`; undefined if it is at a wrong place. */
function withoutGap(groups: readonly string[]): readonly string[] | undefined {
  const gap = groups.findIndex((group, i) => group === '' && i > 0 && i < groups.length - 1);
  if (gap < 0) return groups;
  const head = groups[0] === '' ? groups.slice(1, gap) : groups.slice(0, gap);
  const tail = groups.slice(gap + 1, groups.at(-1) === '' ? -1 : undefined);
  if (groups[0] === '' && head.length > 0) return undefined;
  if (groups.at(-1) === '' && tail.length > 0) return undefined;
  const zeros = 8 - head.length - tail.length;
  return zeros < 1 ? undefined : [...head, ...Array<string>(zeros).fill('0'), ...tail];
}
