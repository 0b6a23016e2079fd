import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { ipAddress, ipNetwork, type IpNetwork } from '../python/ipaddress';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import { textGrammar } from './grammar/text';

const CODE = 'private-address';

/** A private IP address, kept as it is. Mirrors `SSHHostParams.validate_internal_ip` of core/models/fleets.py. */
export const privateIp: Shorthand<string> = {
  noun: 'IP address',
  read: textGrammar({
    code: CODE,
    expected: 'a private IP address such as `10.0.0.11`',
    numbers: true,
    read: (text) => {
      const address = ipAddress(text.text);
      if (address) return isPrivateAddress(address) ? accept(text) : notPrivate(text, 'address');
      const [host = ''] = text.text.trim().split('/');
      const likely = ipAddress(host);
      const suggestion = likely && isPrivateAddress(likely) ? host : undefined;
      const example = suggestion ?? '10.0.0.11';
      const message = `${quote(text.text)} is not an IP address: write e.g. ${quote(example)}.`;
      return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
    },
  }),
};

/** A private network, kept as it is. Mirrors `SSHParams.validate_network` of core/models/fleets.py. */
export const privateNetwork: Shorthand<string> = {
  noun: 'network',
  read: textGrammar({
    code: CODE,
    expected: 'a private network such as `10.0.0.0/24`',
    numbers: true,
    read: (text) => {
      const network = ipNetwork(text.text);
      if (network) return isPrivate(network) ? accept(text) : notPrivate(text, 'network');
      const suggestion = likelyNetwork(text.text);
      const example = suggestion ?? '10.0.0.0/24';
      const message = `${quote(text.text)} is not a network: write an address and the length of its mask, e.g. \`${example}\`.`;
      return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
    },
  }),
};

function accept(text: Piece): Parsed<string> {
  return parsed(text.text, [text.part('value')]);
}

function notPrivate(text: Piece, what: string): Parsed<string> {
  const message =
    `${quote(text.text)} is not a private ${what}: ` +
    'private are `10.0.0.0/8`, `172.16.0.0/12`, `192.168.0.0/16` and a few more.';
  return refuse(CODE, text, message);
}

/** `10.0.0.0/24` for `10.0.0.0 / 24`, `10.0.0.0/24/` and `10.0.0.*`. */
function likelyNetwork(text: string): string | undefined {
  const compact = text.replace(/\s/g, '').replace(/\/$/, '');
  const likely = [compact, compact.replace(/\.(?:\*|x)$/i, '.0/24'), `${compact}.0/24`];
  return likely.find((candidate) => {
    const network = ipNetwork(candidate);
    return network && isPrivate(network);
  });
}

/**
 * The networks for which `is_private` of Python's `ipaddress` is true. The versions of Python differ in a few networks;
 * these are those of all of them, since no error may be wrong.
 */
const PRIVATE = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '240.0.0.0/4',
  '::1/128',
  '::/128',
  '::ffff:0:0/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  'fc00::/7',
  'fe80::/10',
].flatMap((text) => ipNetwork(text) ?? []);

function isPrivate(network: IpNetwork): boolean {
  return PRIVATE.some(
    ({ bits, first, last }) =>
      bits === network.bits && network.first >= first && network.last <= last,
  );
}

const MAPPED = 0xffffn << 32n;

/** An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) counts as the IPv4 address. */
function isPrivateAddress(address: IpNetwork): boolean {
  const { bits, first } = address;
  const v4 = first - MAPPED;
  if (bits === 128 && v4 >= 0n && v4 < 1n << 32n)
    return isPrivate({ bits: 32, first: v4, last: v4 });
  return isPrivate(address);
}
