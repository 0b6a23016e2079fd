import { listOfNames } from '../../../base/words';
import type { Container, Preset, ProfileParams, Resources, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { conflict, setHere } from '../support/conflict';
import { INSTANCE, mixedForms, MOUNT, PRESET_MODEL } from '../support/forms';
import type { View } from '../support/view';

const codes = ['conflicting-properties'] as const;

/** The rule that `key` cannot be set together with `other`, in mappings where both count. */
function exclusion<T extends object>(
  key: keyof T & string,
  other: keyof T & string,
  bothCount: (view: View<T>) => boolean,
  message: string,
): Rule<T> {
  return {
    codes,
    check(view, report) {
      if (bothCount(view)) report(conflict(view, key, other, message));
    },
  };
}

/**
 * `python` picks a version of dstack's own image, so it has no meaning next to an `image`.
 * Mirrors `BaseRunConfiguration.convert_python` and `ReplicaGroup.convert_python` of core/models/configurations.py.
 */
export const imageOrPython = exclusion<Container>(
  'python',
  'image',
  (container) => container.isTruthy('image') && container.hasValue('python'),
  '`image` and `python` are mutually exclusive: only the default image comes in several Python versions.',
);

/**
 * `docker: true` means an image of dstack's own, so nothing else can choose the image. The models check the value
 * before they convert it, so the text `"true"` passes at first; the server gets it converted and rejects it.
 * Mirrors `BaseRunConfiguration._docker` and `ReplicaGroup._docker` of core/models/configurations.py.
 */
export const dockerAlone: Rule<Container> = {
  codes,
  check(container, report) {
    if (container.value('docker') !== true) return;
    const other = ['image', 'python', 'nvcc'].find((key) => container.isTruthy(key));
    if (other === undefined) return;
    const message = `\`${other}\` and \`docker\` are mutually exclusive: \`docker: true\` uses an image of its own.`;
    report(conflict(container, 'docker', other, message));
  },
};

/**
 * Docker inside a container needs privileged mode. A run ignores `privileged` then; a replica group does not. As with
 * `docker` itself, only the server rejects the text `"false"`.
 * Mirrors the one error of `ReplicaGroup._privileged` of core/models/configurations.py.
 */
export const privilegedDocker = exclusion<Container>(
  'privileged',
  'docker',
  (group) => group.value('privileged') === false && group.value('docker') === true,
  '`privileged: false` is incompatible with `docker: true`: Docker in Docker requires privileged mode.',
);

/**
 * `min` and `max` of `cpu` are the older way to write its `count`, without anything else.
 * Mirrors `CPUSpec.parse` of core/models/resources.py.
 */
export const cpuForm: Rule<Resources> = {
  codes,
  check(resources, report) {
    const cpu = resources.view('cpu');
    const end = ['min', 'max'].find((key) => cpu?.has(key));
    const other = ['count', 'arch'].find((key) => cpu?.has(key));
    if (!cpu || end === undefined || other === undefined) return;
    const message = `\`${end}\` and \`${other}\` are mutually exclusive: write the range as \`count\`, e.g. \`count: 4..8\`.`;
    report(conflict(cpu, end, other, message));
  },
};

/** An instance is identified by its name, by its host name, or by its fleet and number. */
export const instanceForms: Rule<ProfileParams> = {
  codes,
  check(owner, report) {
    for (const instance of owner.views('instances')) {
      const found = mixedForms(instance, INSTANCE);
      if (found) report(found);
    }
  },
};

/** A mount is a network volume by its `name`, or a folder of the instance. */
export const mountForms: Rule<Run> = {
  codes,
  check(run, report) {
    for (const mount of run.views('volumes')) {
      // Without `path` it is of neither kind; the structure check has reported that.
      const found = mount.has('path') ? mixedForms(mount, MOUNT) : undefined;
      if (found) report(found);
    }
  },
};

/**
 * A repo comes from a folder or from a URL.
 * Mirrors `RepoSpec.validate_local_path_or_url` of core/models/configurations.py.
 */
export const folderOrUrl: Rule<Run> = {
  codes,
  check(run, report) {
    for (const repo of run.views('repos')) {
      if (!repo.isTruthy('local_path') || !repo.isTruthy('url')) continue;
      const message =
        '`local_path` and `url` are mutually exclusive: a repo is a local folder or a URL.';
      report(conflict(repo, 'url', 'local_path', message));
    }
  },
};

/**
 * The members of a run are all the same or in groups.
 * Mirrors `TaskConfigurationParams.validate_nodes_xor_groups` and
 * `ServiceConfigurationParams._normalize_legacy_replica_groups` of core/models/configurations.py.
 */
const membersOrGroups = (key: 'nodes' | 'replicas') =>
  exclusion<Run>(
    key,
    'groups',
    (run) => run.isSet(key) && run.isSet('groups') && !run.isUnsure(key),
    `\`${key}\` and \`groups\` are mutually exclusive: each group has \`${key}\` of its own.`,
  );

/** For tasks. */
export const nodesOrGroups = membersOrGroups('nodes');

/** For services. */
export const replicasOrGroups = membersOrGroups('replicas');

/**
 * A GET or HEAD request has no body.
 * Mirrors the one error of `ProbeConfig.validate_body_matches_method` of core/models/configurations.py, which accepts
 * a `body` without a `method`.
 */
export const probeBody: Rule<Run> = {
  codes,
  check(service, report) {
    for (const probe of service.views('probes')) {
      const method = probe.value('method');
      if ((method !== 'get' && method !== 'head') || !probe.hasValue('body')) continue;
      const message = `Cannot set \`body\` for the \`${method}\` method: use e.g. \`method: post\`.`;
      report(conflict(probe, 'body', 'method', message));
    }
  },
};

/**
 * A run that is connected to the dstack server never looks inactive.
 * Mirrors the one error of `DevEnvironmentConfiguration.validate_dstack_and_inactivity_duration` of
 * core/models/configurations.py.
 */
export const inactivityDuration = exclusion<Run>(
  'inactivity_duration',
  'dstack',
  (environment) => environment.isTruthy('dstack') && environment.hasValue('inactivity_duration'),
  '`inactivity_duration` is not supported together with `dstack: true`: the connection to the server counts as activity.',
);

/**
 * The model of a preset is given once: as `base`, `repo` or `model`, which has two forms of its own.
 * Mirrors `PresetConfiguration.apply_model_shorthand` of core/models/configurations.py.
 */
export const presetModel: Rule<Preset> = {
  codes,
  check(preset, report) {
    if (['base', 'repo'].some((key) => preset.isUnsure(key))) return;
    const [first, second] = ['base', 'repo'].filter((key) => preset.isSet(key));
    if (first !== undefined && second !== undefined) {
      const message =
        '`base` and `repo` are mutually exclusive: `base` allows variants of the model, `repo` does not.';
      report(conflict(preset, 'repo', 'base', message));
    } else if (first !== undefined && preset.isSet('model')) {
      const message = `\`model\` cannot be combined with \`${first}\`, which is short for \`model.${first}\`.`;
      report(conflict(preset, 'model', first, message));
    } else if (first === undefined) {
      const model = preset.view('model');
      const found = model && mixedForms(model, PRESET_MODEL);
      if (found) report(found);
    }
  },
};

const REQUEST_SHAPE = ['input_tokens', 'output_tokens', 'shared_prefix_tokens'];

/**
 * A dataset has its own requests; lengths are for synthetic ones.
 * Mirrors the one error of `PresetConfiguration.validate_dataset` of core/models/configurations.py.
 */
export const datasetShape: Rule<Preset> = {
  codes,
  check(preset, report) {
    const set = REQUEST_SHAPE.filter((key) => preset.hasValue(key));
    const [first] = set;
    if (!preset.hasValue('dataset') || first === undefined) return;
    const message = `\`dataset\` cannot be set together with ${listOfNames(set)}: a dataset defines its own request shape.`;
    report(
      problem('conflicting-properties', preset.keySpan('dataset'), message, {
        data: { remove: 'dataset', other: first },
        related: set.map((key) => setHere(preset, key)),
      }),
    );
  },
};
