import type { Group, Preset, ProfileParams, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { incompleteForm, INSTANCE, MOUNT, PRESET_MODEL } from '../support/forms';

const codes = ['missing-key'] as const;

/**
 * A group says how many replicas it has, under `replicas` or its old name `count`.
 * Mirrors `ReplicaGroup._alias_count_to_replicas` of core/models/configurations.py.
 */
export const groupReplicas: Rule<Group> = {
  codes,
  check(group, report) {
    if (group.has('replicas') || group.has('count') || group.hasUnsureKeys()) return;
    const message = '`replicas` is missing: a replica group requires it.';
    report(problem('missing-key', group.headSpan(), message, { data: { key: 'replicas' } }));
  },
};

/** An instance by its fleet needs its number as well, and the other way around. */
export const completeInstances: Rule<ProfileParams> = {
  codes,
  check(owner, report) {
    for (const instance of owner.views('instances')) {
      const found = incompleteForm(instance, INSTANCE);
      if (found) report(found);
    }
  },
};

/** A mount has a path, and what is mounted there. */
export const completeMounts: Rule<Run> = {
  codes,
  check(run, report) {
    for (const mount of run.views('volumes')) {
      // Without `path` it is of neither kind; the structure check has reported that.
      const found = mount.has('path') ? incompleteForm(mount, MOUNT) : undefined;
      if (found) report(found);
    }
  },
};

/**
 * A repo has a source.
 * Mirrors `RepoSpec.validate_local_path_or_url` of core/models/configurations.py.
 */
export const repoSource: Rule<Run> = {
  codes,
  check(run, report) {
    for (const repo of run.views('repos')) {
      if (['local_path', 'url'].some((key) => repo.isTruthy(key) || repo.isUnsure(key))) continue;
      if (repo.hasUnsureKeys()) continue;
      const message = 'Either `local_path` or `url` must be specified for a repo.';
      report(
        problem('missing-key', repo.headSpan(), message, {
          data: { key: 'local_path', values: ['local_path', 'url'] },
        }),
      );
    }
  },
};

/**
 * `version` is that of the `ide`.
 * Mirrors `DevEnvironmentConfigurationParams.validate_ide_and_version` of core/models/configurations.py.
 */
export const ideOfVersion: Rule<Run> = {
  codes,
  check(environment, report) {
    if (!environment.value('version') || environment.isSet('ide')) return;
    if (environment.isUnsure('ide') || environment.hasUnsureKeys()) return;
    const message = '`version` requires `ide` to be set: it is the version of the IDE.';
    report(
      problem('missing-key', environment.keySpan('version'), message, { data: { key: 'ide' } }),
    );
  },
};

const MODEL_KEYS = ['base', 'repo', 'model'];

/**
 * A preset has a model, and `model` says which one.
 * Mirrors `PresetConfiguration.apply_model_shorthand` of core/models/configurations.py.
 */
export const presetHasModel: Rule<Preset> = {
  codes,
  check(preset, report) {
    if (['base', 'repo'].some((key) => preset.isSet(key) || preset.isUnsure(key))) return;
    const model = preset.view('model');
    const found = model && incompleteForm(model, PRESET_MODEL);
    if (found) report(found);
    if (preset.isSet('model') || preset.hasUnsureKeys()) return;
    const message = 'The model is missing: a preset requires `base` or `repo`.';
    report(
      problem('missing-key', preset.headSpan(), message, {
        data: { key: 'base', values: MODEL_KEYS },
      }),
    );
  },
};
