/** What a run of any type can change without a stop. Mirrors `_CONF_UPDATABLE_FIELDS` of `services/runs/spec.py`. */
const ALWAYS = ['priority'];

/** Mirrors `_TYPE_SPECIFIC_CONF_UPDATABLE_FIELDS`. */
const BY_TYPE = new Map<string, readonly string[]>([
  ['dev-environment', ['inactivity_duration']],
  [
    'service',
    [
      ...['replicas', 'groups', 'scaling', 'gateway', 'port', 'probes', 'resources', 'volumes'],
      ...['docker', 'files', 'image', 'user', 'privileged', 'entrypoint', 'working_dir', 'python'],
      ...['nvcc', 'single_branch', 'env', 'shell', 'commands'],
    ],
  ],
]);

/** Whether a property of a configuration of this type can change while it runs. */
export function changesInPlace(type: string, property: string): boolean {
  return ALWAYS.includes(property) || (BY_TYPE.get(type) ?? []).includes(property);
}
