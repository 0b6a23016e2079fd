import { lookup } from '../base/lookup';
import { closest } from '../base/spelling';

/** The properties among `names` that people call `key`, then those with a similar name. */
export function likelyNames(key: string, names: readonly string[]): readonly string[] {
  const word = wordOf(key);
  const called = names.filter((name) => lookup(SYNONYMS, name)?.includes(word));
  return [...new Set([...called, ...closest(key, names)])];
}

/** Whether people say `key` for the property `name`. */
export function isCalled(name: string, key: string): boolean {
  return lookup(SYNONYMS, name)?.includes(wordOf(key)) ?? false;
}

/** A name in lower case with underscores: `gpu_type` for `gpuType` and `GPU-Type`. */
function wordOf(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[-\s]/g, '_');
}

/** Other names that users write for a property, in lower case with underscores, wherever the property is allowed. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  availability_zones: ['zone', 'zones', 'availability_zone'],
  backends: ['backend', 'cloud', 'clouds', 'provider', 'providers'],
  commands: ['command', 'cmd', 'cmds', 'run', 'script', 'scripts', 'args'],
  count: ['num', 'number', 'quantity', 'replicas', 'nodes'],
  cpu: ['cpus', 'vcpu', 'vcpus', 'cores'],
  disk: ['disks', 'storage', 'disk_size', 'volume_size'],
  domain: ['host', 'hostname', 'dns', 'wildcard_domain'],
  env: ['environment', 'envs', 'env_vars', 'environment_variables', 'variables', 'vars'],
  files: ['file', 'copy', 'upload', 'uploads'],
  fleets: ['fleet', 'pool', 'pools'],
  gpu: ['gpus', 'cuda', 'accelerator', 'accelerators', 'gpu_type', 'gpu_name'],
  hosts: ['host', 'nodes', 'servers', 'machines'],
  hostname: ['host', 'ip', 'address', 'ip_address'],
  ide: ['editor'],
  identity_file: ['key', 'key_file', 'ssh_key', 'private_key', 'ssh_key_path'],
  idle_duration: ['idle_timeout', 'idle_time', 'idle_termination'],
  image: ['container', 'docker_image', 'container_image', 'dockerfile', 'images'],
  init: ['commands', 'on_start', 'startup', 'postcreate', 'setup_commands'],
  instance_types: ['instance_type', 'instance', 'machine_type', 'machine_types'],
  max_duration: ['timeout', 'duration', 'time_limit', 'max_time', 'walltime'],
  max_price: ['price', 'budget', 'max_cost', 'price_limit'],
  memory: ['mem', 'ram', 'vram', 'gpu_memory'],
  nodes: ['instances', 'num_nodes', 'node_count', 'size', 'count', 'node', 'workers'],
  port: ['ports', 'container_port', 'ssh_port', 'expose'],
  ports: ['port', 'expose', 'forward_ports', 'port_mappings'],
  python: ['python_version', 'py'],
  regions: ['region', 'location', 'locations'],
  region: ['regions', 'location'],
  replicas: ['replica', 'num_replicas', 'instances', 'scale'],
  repos: ['repo', 'repository', 'repositories', 'git'],
  resources: ['resource', 'requirements', 'hardware', 'requests', 'limits'],
  shm_size: ['shm', 'shared_memory', 'shmem'],
  spot_policy: ['spot', 'use_spot', 'spot_instances', 'preemptible', 'interruptible', 'on_demand'],
  tags: ['tag', 'labels', 'label'],
  user: ['username', 'login'],
  url: ['path', 'endpoint', 'uri'],
  username: ['user', 'login'],
  password: ['pass', 'passwd', 'token'],
  volumes: ['volume', 'mounts', 'mount', 'volume_mounts', 'storage'],
  working_dir: ['workdir', 'work_dir', 'working_directory', 'cwd', 'workspace', 'wd'],
};
