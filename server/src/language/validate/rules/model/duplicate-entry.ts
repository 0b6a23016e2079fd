import { quote } from '../../../base/words';
import { isList } from '../../../base/lookup';
import type { Group, Probe, ProfileParams, Run } from '../../../coerce/values';
import { textSpan } from '../../../yaml/node';
import type { Rule } from '../rule';
import { reportRepeated, type Entry } from '../support/repeated';
import type { Item } from '../support/view';

const codes = ['duplicate-entry'] as const;

/** The only backend that has options so far, and so the default of their `type`. */
const DEFAULT_OPTIONS_TYPE = 'vastai';

/**
 * There is one entry of options for each backend.
 * Mirrors the one error of `validate_backend_options` of core/models/profiles.py.
 */
export const uniqueBackendOptions: Rule<Pick<ProfileParams, 'backend_options'>> = {
  codes,
  check(owner, report) {
    const options = owner.views('backend_options').filter((one) => !one.isUnsure('type'));
    const entries = options.map((one) => ({
      id: one.value('type') ?? DEFAULT_OPTIONS_TYPE,
      span: one.headSpan(),
    }));
    const message = (type: string) =>
      `\`backend_options\` contains a duplicate entry for ${quote(type)}: put all its options into one.`;
    reportRepeated(entries, message, report);
  },
};

/**
 * A list sets each environment variable once.
 * Mirrors the one error of `Env.validate_root` of core/models/envs.py.
 */
export const uniqueVariables: Rule<Pick<Run, 'env'>> = {
  codes,
  check(owner, report) {
    const message = (name: string) =>
      `${quote(name)} is set twice in \`env\`: keep one of the two.`;
    reportRepeated(owner.items('env').flatMap(variableOf), message, report);
  },
};

function variableOf({ node, value }: Item<string>): Entry | [] {
  if (value === undefined) return [];
  const name = value.split('=', 1)[0] ?? value;
  return { id: name, span: node.kind === 'scalar' ? textSpan(node, 0, name.length) : node.span };
}

/**
 * Groups have different names; a group without one is named by its position.
 * Mirrors `TaskConfigurationParams.validate_groups` and `ServiceConfigurationParams.validate_groups` of
 * core/models/configurations.py.
 */
export const uniqueGroupNames: Rule<Run> = {
  codes,
  check(run, report) {
    const message = (name: string) =>
      `The group name ${quote(name)} is used twice: each group must have a unique name.`;
    for (const key of ['groups', 'replicas'] as const) {
      reportRepeated(run.items(key).flatMap(groupNameOf), message, report);
    }
  },
};

function groupNameOf({ node, view }: Item<Group>, position: number): Entry | [] {
  if (!view || view.isUnsure('name')) return [];
  const own = view.has('name') ? view.valueSpan('name') : view.headSpan();
  return {
    id: view.value('name') ?? String(position),
    span: node.kind === 'alias' ? node.span : own,
  };
}

/**
 * Each rate limit is for a path prefix of its own, `/` unless it says otherwise.
 * Mirrors the one error of `ServiceConfigurationParams.validate_rate_limits` of core/models/configurations.py.
 */
export const uniquePrefixes: Rule<Run> = {
  codes,
  check(service, report) {
    const limits = service.views('rate_limits').filter((limit) => !limit.isUnsure('prefix'));
    const entries = limits.map((limit) => ({
      id: limit.value('prefix') ?? '/',
      span: limit.has('prefix') ? limit.valueSpan('prefix') : limit.headSpan(),
    }));
    const message = (prefix: string) =>
      `The prefix ${quote(prefix)} is used more than once: each rate limit should have a unique path prefix.`;
    reportRepeated(entries, message, report);
  },
};

/**
 * No probe is in the list twice.
 * Mirrors the one error of `ServiceConfigurationParams.validate_probes` of core/models/configurations.py.
 */
export const uniqueProbes: Rule<Run> = {
  codes,
  check(service, report) {
    const message = () => 'Probes must be unique: this one repeats another.';
    reportRepeated(service.items('probes').flatMap(probeOf), message, report);
  },
};

function probeOf({ node, view, value }: Item<Probe>): Entry | [] {
  if (!view || value === undefined) return [];
  return { id: contentOf(value), span: node.kind === 'alias' ? node.span : view.headSpan() };
}

/** Text that is equal for probes that dstack regards as equal: null and an empty list equal an absent value. */
function contentOf(probe: Probe): string {
  const set = Object.entries(probe).filter(
    ([, value]) => value !== null && !(isList(value) && value.length === 0),
  );
  return JSON.stringify(set.sort(([a], [b]) => (a < b ? -1 : 1)));
}
