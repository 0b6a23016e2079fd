/** Environment variables that dstack sets in every run, or in the runs that the text names. */
export const SYSTEM_VARIABLES: Readonly<Record<string, string>> = {
  DSTACK_GPUS_NUM: 'The number of GPUs of the whole run, over all nodes.',
  DSTACK_GPUS_PER_NODE: 'The number of GPUs of each node.',
  DSTACK_NODE_RANK: 'The number of this node: 0 is the master, the workers follow.',
  DSTACK_NODES_NUM: 'The number of nodes of the run.',
  DSTACK_MASTER_NODE_IP: 'The internal IP address of the master, the first node.',
  DSTACK_NODES_IPS: 'The internal IP addresses of all nodes, one per line.',
  DSTACK_MPI_HOSTFILE: 'A file with all nodes, made for `mpirun --hostfile`.',
  DSTACK_RUN_NAME: 'The name of the run.',
  DSTACK_RUN_ID: 'The ID of the run (a UUID).',
  DSTACK_JOB_ID: 'The ID of this submission of the job (a UUID).',
  DSTACK_REPO_ID: 'The ID of the repo.',
  DSTACK_WORKING_DIR: 'The folder in which the commands start.',
  DSTACK_REPO_DIR: 'The folder into which the repo is cloned, if the run has one.',
  DSTACK_ROUTER_INTERNAL_IP:
    'The internal IP address of the router, for the workers of a service with `router: {type: dynamo}`.',
  DSTACK_SERVER_URL: 'The address of the dstack server, in runs with `dstack: true`.',
};

/** What can be written between `${{` and `}}`. */
export interface Reference {
  /** How it is written; one that ends with `.` is followed by a name. */
  readonly text: string;
  /** What dstack replaces it with. */
  readonly description: string;
  /** Where dstack replaces it; elsewhere it has no meaning. */
  readonly where: string;
}

/** `embeds` of the schema says which of them a text may contain. */
export const REFERENCES = {
  'run.args': {
    text: 'run.args',
    description: 'The arguments after `--` on the command line: `dstack apply -- ARGS`.',
    where: 'in the `commands` of tasks and services',
  },
  'node-address': {
    text: 'groups[0].nodes[0].IP_ADDRESS',
    description: 'The internal IP address of a node of a group, both counted from 0.',
    where: 'in the `commands` of tasks with `groups`',
  },
  'replica-address': {
    text: 'groups[0].replicas[0].IP_ADDRESS',
    description: 'The internal IP address of a replica of a group, both counted from 0.',
    where: 'in the `commands` of services with `groups`',
  },
  env: {
    text: 'env.',
    description: 'The value of a variable of `env`, put in before the run is submitted.',
    where: 'in `registry_auth`, and in the `url`, `headers` and `body` of probes',
  },
  secrets: {
    text: 'secrets.',
    description: 'The value of a secret of the project, as `dstack secret` manages them.',
    where: 'in `env` and `registry_auth`',
  },
  'node-rank': {
    text: 'dstack.node_rank',
    description: 'The number of the node, so each node gets its own volume.',
    where: 'in the names of `volumes`',
  },
  'job-num': {
    text: 'dstack.job_num',
    description: 'The number of the job; another name of `dstack.node_rank`.',
    where: 'in the names of `volumes`',
  },
  'project-name': {
    text: 'run.project_name',
    description: 'The project that the service belongs to.',
    where: 'in the `domain` of gateways',
  },
} as const satisfies Record<string, Reference>;

export type ReferenceName = keyof typeof REFERENCES;

/** What a text may contain: the variables of a shell, and references. */
export type Embedded = 'shell' | ReferenceName;
