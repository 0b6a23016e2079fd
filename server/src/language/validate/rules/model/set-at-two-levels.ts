import { quote } from '../../../base/words';
import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { RELATED_AT_MOST } from '../support/conflict';
import { groupsOf, type NamedGroup } from '../support/groups';
import type { View } from '../support/view';

/**
 * What a service or its groups may set, with the properties of groups, apart from the same one, that it conflicts with.
 */
const EXCLUDED_IN_GROUPS: Readonly<Record<string, readonly string[]>> = {
  image: ['docker', 'python', 'nvcc'],
  docker: ['image', 'python', 'nvcc'],
  privileged: [],
  python: ['image', 'docker'],
  nvcc: ['image', 'docker'],
  spot_policy: [],
  reservation: [],
};

/** In the service, `false` for these equals an absent value. */
const SWITCHES = ['docker', 'privileged', 'nvcc'];

/**
 * The image and the instances of the container are set for the whole service or in its groups.
 * Mirrors `ServiceConfigurationParams.validate_no_mixed_service_and_group_container_fields` and
 * `validate_no_conflicting_image_sources_across_levels` of core/models/configurations.py.
 */
export const oneLevel: Rule<Run> = {
  codes: ['set-at-two-levels'],
  check(service, report) {
    const groups = groupsOf(service);
    const used = Object.entries(EXCLUDED_IN_GROUPS).filter(([key]) => isUsed(service, key));
    const pairs = [
      ...used.map(([key]) => [key, key] as const),
      ...used.flatMap(([key, excluded]) => excluded.map((other) => [key, other] as const)),
    ];
    for (const [key, other] of pairs) {
      const setting = groups.filter(({ view }) => view.hasValue(other));
      if (setting.length === 0 || service.isUnsure(key)) continue;
      const names = groupNames(setting);
      const message =
        key === other
          ? `\`${key}\` is set for the service and in ${names}: set it in one place only.`
          : `\`${key}\` of the service conflicts with \`${other}\` in ${names}: they are mutually exclusive.`;
      report(
        problem('set-at-two-levels', service.keySpan(key), message, {
          data: { remove: key, other },
          related: setting.slice(0, RELATED_AT_MOST).map(({ name, view }) => ({
            span: view.keySpan(other),
            message: `\`${other}\` of group ${quote(name)}.`,
          })),
        }),
      );
    }
  },
};

/** "group `a`", "groups `a`, `b`"; of many the first three. */
function groupNames(groups: readonly NamedGroup[]): string {
  const shown = groups.slice(0, 3).map(({ name }) => quote(name));
  const noun = groups.length > 1 ? 'groups' : 'group';
  return `${noun} ${shown.join(', ')}${groups.length > shown.length ? ' and others' : ''}`;
}

function isUsed(service: View<Run>, key: string): boolean {
  return SWITCHES.includes(key) ? service.isTruthy(key) : service.hasValue(key);
}
