import type { PlanInput } from '../../../../server/src/language/live/plan-input';

/** Something in a file or its profile that excludes offers. */
export interface Condition {
  readonly from: 'file' | 'profile';
  /** Where it is in the configuration, or in the profile. */
  readonly path: readonly (string | number)[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** Properties of a run, a group or a profile that limit what it may use, those that users change first at the top. */
const LIMITS = [
  'max_price',
  'spot_policy',
  'regions',
  'backends',
  'availability_zones',
  'instance_types',
  'fleets',
  'instances',
  'reservation',
  'creation_policy',
  'volumes',
];

const RESOURCES = ['gpu', 'cpu', 'memory', 'disk'];

/** Properties that hold groups, which have resources of their own. */
const GROUPS = ['groups', 'replicas'];

/** Conditions that are tried, at most: each is a request. */
const MOST = 16;

/** The conditions of a configuration and its profile. What the file says overrides the profile. */
export function conditionsOf({ configuration, profile }: PlanInput): readonly Condition[] {
  const own = conditionsIn(configuration).map((path) => ({ from: 'file', path }) as const);
  const added = conditionsIn(profile ?? {})
    .filter(([key = '']) => !Object.hasOwn(configuration, key))
    .map((path) => ({ from: 'profile', path }) as const);
  return [...own, ...added].slice(0, MOST);
}

function conditionsIn(mapping: Mapping): readonly (readonly (string | number)[])[] {
  const limits = LIMITS.filter((key) => isSet(at(mapping, [key]))).map((key) => [key]);
  const resources = at(mapping, ['resources']);
  const hardware =
    typeof resources === 'object'
      ? RESOURCES.filter((key) => isSet(at(resources, [key]))).map((key) => ['resources', key])
      : isSet(resources)
        ? [['resources']]
        : [];
  const groups = GROUPS.flatMap((key) => {
    const items = at(mapping, [key]);
    if (!Array.isArray(items)) return [];
    return items.flatMap((item: Mapping, index) =>
      conditionsIn(item ?? {}).map((path) => [key, index, ...path]),
    );
  });
  return [...limits, ...hardware, ...groups];
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The value at a path; undefined where there is none. */
export function at(value: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return at(Reflect.get(value, key), rest);
}

/** The input without one condition; nothing else in it changes. */
export function without(input: PlanInput, { from, path }: Condition): PlanInput {
  return from === 'file'
    ? { ...input, configuration: removed(input.configuration, path) as Mapping }
    : { ...input, profile: removed(input.profile, path) as Mapping };
}

function removed(value: unknown, [key, ...rest]: readonly (string | number)[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? removed(item, rest) : item));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
      if (name !== String(key)) return [[name, item]];
      return rest.length === 0 ? [] : [[name, removed(item, rest)]];
    }),
  );
}

/** A path as users write it: `resources.gpu`, `replicas[0].resources.gpu`. */
export function written(path: readonly (string | number)[]): string {
  return path
    .map((key, index) =>
      typeof key === 'number' ? `[${String(key)}]` : index === 0 ? key : `.${key}`,
    )
    .join('');
}
