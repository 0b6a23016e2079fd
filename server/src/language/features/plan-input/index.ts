import { Analysis } from '../../analysis';
import { isRecord } from '../../base/lookup';
import type { PlanInput } from '../../live/plan-input';
import { isJsonList, type JsonValue } from '../../schema/schema';
import { plain, type Plain } from './plain';

type JsonMapping = { readonly [key: string]: JsonValue };

/** The types that profiles apply to. Mirrors where `load_profile` of api/utils.py is called. */
const WITH_PROFILE: ReadonlySet<JsonValue> = new Set([
  'dev-environment',
  'fleet',
  'preset',
  'service',
  'task',
]);

/**
 * What a client can send to a server of dstack to have the configuration planned (our request `dstack/planInput`).
 * Values of `env`, credentials, keys and paths of the user's machine are left out. Undefined if dstack rejects the
 * file, and for a file of profiles.
 */
export function planInput(analysis: Analysis): PlanInput | undefined {
  const read = analysis.kind === 'configuration' ? plainOf(analysis) : undefined;
  if (!read) return undefined;
  const { value: configuration, left } = read;
  const { type, name } = configuration;
  if (typeof type !== 'string') return undefined;
  const profile = WITH_PROFILE.has(type) ? profileOf(analysis) : null;
  return {
    type,
    name: typeof name === 'string' ? name : null,
    configuration,
    profile: profile ?? null,
    left: profile === undefined ? [...left, 'profile'] : left,
  };
}

/** Undefined if dstack rejects the file. */
function plainOf({
  tree,
  bound,
  allProblems,
}: Analysis): (Plain & { readonly value: JsonMapping }) | undefined {
  if (!tree.root || allProblems.some(({ severity }) => severity === 'error')) return undefined;
  const read = plain(tree.root, bound.root);
  return read && isMapping(read.value) ? { ...read, value: read.value } : undefined;
}

/**
 * The profile of the workspace that is the default; null if there is none, undefined if dstack rejects the profiles.
 * Mirrors `load_profile` of api/utils.py, without the profiles of the user's home folder.
 */
function profileOf({ source, environment }: Analysis): JsonMapping | null | undefined {
  const profiles = environment.workspace?.profiles?.(source.uri);
  if (!profiles) return null;
  const read = plainOf(new Analysis(profiles, environment));
  const list = read?.value['profiles'];
  if (list === undefined || !isJsonList(list)) return undefined;
  return list.filter(isMapping).find((one) => one['default'] === true) ?? null;
}

function isMapping(value: JsonValue): value is JsonMapping {
  return isRecord(value);
}
