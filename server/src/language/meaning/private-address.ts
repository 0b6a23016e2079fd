import { counted } from '../base/words';
import { ipNetwork } from '../python/ipaddress';
import { code } from './markdown';

/** The address under which the other hosts reach a machine. */
export function explainPrivateIp(address: string): string {
  return `The other hosts reach this machine at ${code(address)}.`;
}

/** Which addresses belong to a network. */
export function explainPrivateNetwork(text: string): string {
  const network = ipNetwork(text);
  if (network?.bits !== 32) return `The private IPv6 network ${code(text)}.`;
  const { first, last } = network;
  const size = counted(Number(last - first) + 1, 'address', 'addresses');
  return `${size}: ${code(dotted(first))} to ${code(dotted(last))}.`;
}

function dotted(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
}
