import type { Schema } from './schema';

/** A number of parts, or `auto`. */
export const blocks: Schema = {
  type: ['integer', 'string', 'null'],
  minimum: 1,
  pattern: '^auto$',
  patternDescription: 'must be an integer from 1 on, or `auto`',
  examples: [4, 'auto'],
  valueDescriptions: { auto: 'As many parts as the GPUs and CPU cores allow.' },
  since: '0.18.41',
};

const port: Schema = {
  type: ['integer', 'null'],
  description: 'The port of the SSH server.',
  default: 22,
  examples: [2222],
};

/** `SSHKey` of core/models/instances.py. */
const sshKey: Schema = {
  title: 'SSH key',
  unsent: true,
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['public'],
  description:
    'Filled in by dstack itself from `identity_file`. Do not write it: keys do not belong in the file.',
  properties: {
    public: { type: 'string', description: 'The public key. Filled in by dstack itself.' },
    private: {
      type: ['string', 'null'],
      description: 'The private key. Filled in by dstack itself.',
    },
  },
};

/** `SSHProxyParams` of core/models/fleets.py. */
const proxyJump: Schema = {
  title: 'Proxy jump',
  unsent: true,
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['hostname', 'user', 'identity_file'],
  description:
    'The machine to go through when hosts cannot be reached directly, often called the head or login node.',
  defaultDescription: 'hosts are reached directly',
  examples: [{ hostname: '203.0.113.5', user: 'ubuntu', identity_file: '~/.ssh/head_node_key' }],
  reference: '#ssh_config-proxy_jump',
  since: '0.18.41',
  properties: {
    hostname: {
      type: 'string',
      description: 'The IP address or host name of that machine.',
      examples: ['203.0.113.5'],
    },
    user: {
      type: 'string',
      catalogue: 'users',
      description: 'Who to log in as on that machine.',
      examples: ['ubuntu'],
    },
    identity_file: {
      type: 'string',
      description: 'The private key for that machine: a file on yours.',
      examples: ['~/.ssh/head_node_key'],
    },
    port,
    ssh_key: sshKey,
  },
};

/** `SSHHostParams` of core/models/fleets.py, or the host name alone. */
const host: Schema = {
  title: 'Host',
  type: ['string', 'object'],
  additionalProperties: false,
  required: ['hostname'],
  description:
    'One machine: its IP address or host name, or a mapping where it differs from the others.',
  examples: ['192.168.1.10', { hostname: '192.168.1.11', port: 2222 }],
  reference: '#ssh_config-hosts',
  properties: {
    hostname: {
      type: 'string',
      description: 'The IP address or host name of the machine.',
      examples: ['192.168.1.10'],
    },
    blocks: {
      ...blocks,
      description: 'Splits this machine into so many equal parts that runs can share.',
      defaultDescription: 'the `blocks` of the fleet',
    },
    port: { ...port, description: 'The port of the SSH server of this machine.' },
    user: {
      type: ['string', 'null'],
      catalogue: 'users',
      description: 'Who to log in as on this machine.',
      defaultDescription: 'the `user` of `ssh_config`',
      examples: ['ubuntu'],
    },
    identity_file: {
      type: ['string', 'null'],
      unsent: true,
      description: 'The private key for this machine: a file on yours.',
      defaultDescription: 'the `identity_file` of `ssh_config`',
      examples: ['~/.ssh/id_rsa'],
    },
    internal_ip: {
      type: ['string', 'null'],
      shorthand: 'private-ip',
      description:
        'The private IP address under which the other hosts reach this machine. If one host has it, all must have it.',
      defaultDescription: 'an address in `network`, or in the first private network found',
      examples: ['10.0.0.11'],
      since: '0.18.29',
    },
    proxy_jump: {
      ...proxyJump,
      description: 'The machine to go through to reach this one.',
      defaultDescription: 'the `proxy_jump` of `ssh_config`',
      reference: '#proxy_jump',
    },
    ssh_key: sshKey,
  },
};

/** `SSHParams` of core/models/fleets.py. Rule: every host has a `user` and an `identity_file`, its own or this one. */
export const sshConfig: Schema = {
  title: 'SSH hosts',
  type: ['object', 'null'],
  additionalProperties: false,
  required: ['hosts'],
  description:
    'Makes an SSH fleet of machines that you already have. They need Linux, Docker and a user with `sudo` and without ' +
    'a password prompt.',
  examples: [{ user: 'ubuntu', identity_file: '~/.ssh/id_rsa', hosts: ['192.168.1.10'] }],
  reference: '#ssh_config',
  excludes: ['nodes'],
  properties: {
    hosts: {
      type: 'array',
      items: host,
      description: 'The machines that make up the fleet.',
      examples: [['192.168.1.10', '192.168.1.11']],
    },
    user: {
      type: ['string', 'null'],
      catalogue: 'users',
      description: 'Who to log in as, on all hosts that do not say otherwise.',
      examples: ['ubuntu'],
    },
    identity_file: {
      type: ['string', 'null'],
      unsent: true,
      description:
        'The private key to log in with, a file on your machine, for all hosts that do not say otherwise. It must not ' +
        'have a passphrase.',
      examples: ['~/.ssh/id_rsa'],
    },
    port: {
      ...port,
      description: 'The port of the SSH server, on all hosts that do not say otherwise.',
    },
    proxy_jump: proxyJump,
    network: {
      type: ['string', 'null'],
      shorthand: 'private-network',
      description:
        'The private network over which the hosts of a cluster talk to each other, as an address and the length of its ' +
        'mask.',
      defaultDescription: 'the first private network that the hosts share',
      examples: ['10.0.0.0/24'],
    },
    ssh_key: sshKey,
  },
};
