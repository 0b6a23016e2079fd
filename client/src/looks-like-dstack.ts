/** Names of files that are dstack's, as package.json has them for the language. */
const NAMES = /(?:^|\/)(?:[^/]*\.dstack\.ya?ml|\.dstack\/profiles\.ya?ml)$/;

const TYPE = /^type:[ \t]*["']?(?:dev-environment|task|service|fleet|gateway|volume|preset)\b/m;

/** Properties at the top level that tell dstack's files from those of others; `image`, `name`, `env` are common. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'commands',
  'ide',
  'python',
  'nvidia',
  'docker',
  'resources',
  'nodes',
  'fleets',
  'model',
  'ports',
  'port',
  'replicas',
  'gateway',
  'backend',
  'backends',
  'region',
  'regions',
  'instance_types',
  'ssh_config',
  'spot_policy',
  'max_price',
  'max_duration',
  'idle_duration',
  'creation_policy',
  'volume_id',
  'domain',
]);

const KEYS = /^(\w+):/gm;

/** Other tools whose files have a `type` as well. */
const OTHERS = /^(?:apiVersion|kind|\$schema|openapi|swagger):/m;

/** The length of the beginning of a file that is looked at, in characters. */
const LOOKED_AT = 20_000;

/** Whether a path is one of dstack's, whatever language its file has. */
export function hasDstackName(path: string): boolean {
  return NAMES.test(path);
}

/** Whether a YAML file is probably a dstack configuration: a `type` of dstack's, and another property of its own. */
export function looksLikeDstack(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const hasOwnKey = [...start.matchAll(KEYS)].some(([, key = '']) => OWN_KEYS.has(key));
  return TYPE.test(start) && hasOwnKey && !OTHERS.test(start);
}
