import { listOfNames } from '../../../base/words';
import type { Fleet, Host, Preset, Volume } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { BACKENDS_WITH_SIZE } from '../../../schema/volume';
import type { Rule } from '../rule';
import { RELATED_AT_MOST } from '../support/conflict';
import { hostSpan } from '../support/fleet';
import type { Item } from '../support/view';
import { idKey } from '../support/volumes';

const codes = ['missing-key'] as const;

const REQUIRED_OF_PRESET = ['max_ttft', 'min_context_length', 'concurrency'];

/**
 * Properties that are optional for the models, but required to create a preset. `trials` can come from the option
 * `--trials`.
 * Mirrors `PresetConfigurator.apply_configuration` of cli/services/configurators/preset.py.
 */
export const requiredForCreation: Rule<Preset> = {
  codes,
  check(preset, report) {
    if (preset.hasUnsureKeys()) return;
    const missing = ['trials', ...REQUIRED_OF_PRESET].filter((key) => !preset.isSet(key));
    const [first] = missing;
    if (first === undefined) return;
    const onlyTrials = missing.length === 1 && first === 'trials';
    const message = onlyTrials
      ? '`trials` is missing: set it here, or pass it to each `dstack apply` with `--trials N`.'
      : missing.length > 1
        ? `${listOfNames(missing)} are missing: a preset cannot be created without.`
        : `\`${first}\` is missing: a preset cannot be created without.`;
    report(
      problem('missing-key', preset.headSpan(), message, {
        severity: onlyTrials ? 'warning' : 'error',
        data: { key: first, keys: missing },
      }),
    );
  },
};

const LOGIN = ['user', 'identity_file'];

/**
 * Each host of an SSH fleet has a `user` and an `identity_file`, its own or that of all hosts. One problem covers all
 * hosts.
 * Mirrors `_validate_all_ssh_params_specified` of server/services/fleets.py, which sees the key that the command line
 * has read from `identity_file`.
 */
export const hostLogin: Rule<Fleet> = {
  codes,
  check(fleet, report) {
    const ssh = fleet.view('ssh_config');
    if (!ssh || ssh.hasUnsureKeys()) return;
    const hosts = ssh.items('hosts');
    for (const key of LOGIN) {
      if (ssh.isSet(key)) continue;
      const without = hosts.filter((host) => !hasOwn(host, key));
      const [first, ...others] = without;
      if (!first) continue;
      const all = without.length === hosts.length;
      const message = all
        ? `\`${key}\` is missing: every host needs one, of its own or set here for all of them.`
        : `\`${key}\` is missing for this host: set it here, or in \`ssh_config\` for all hosts.`;
      const span = all ? fleet.keySpan('ssh_config') : hostSpan(first);
      report(
        problem('missing-key', span, message, {
          data: { key },
          related: (all ? [] : others).slice(0, RELATED_AT_MOST).map((host) => ({
            span: hostSpan(host),
            message: 'This host has none either.',
          })),
        }),
      );
    }
  },
};

function hasOwn({ view, value }: Item<string | Host>, key: string): boolean {
  if (!view) return value === undefined;
  return view.isSet(key) || view.hasUnsureKeys();
}

/**
 * A volume is new and has a `size`, or exists already and has an ID.
 * Mirrors `_validate_volume_configuration` of server/services/volumes.py.
 */
export const newOrExisting: Rule<Volume> = {
  codes,
  check(volume, report) {
    const backend = volume.value('backend');
    if (backend === undefined || !BACKENDS_WITH_SIZE.includes(backend)) return;
    if (volume.hasUnsureKeys()) return;
    const id = idKey(volume);
    // An infinite size becomes null on the way to the server.
    const isSized = volume.isSet('size') && Number.isFinite(volume.value('size') ?? 0);
    if (isSized || volume.isSet(id)) return;
    const message = `\`size\` or \`${id}\` is missing: a new volume has a \`size\`, an existing one its \`${id}\`.`;
    const at = volume.has('size') ? volume.keySpan('size') : volume.headSpan();
    report(problem('missing-key', at, message, { data: { key: 'size', values: ['size', id] } }));
  },
};
