import { conflict } from '../../conflict';
import type { Rule } from '../../rule';
import { idKey } from './existing';

/**
 * dstack deletes no volume that it did not create.
 * Mirrors `_validate_volume_configuration` of server/services/volumes.py.
 */
export const autoCleanup: Rule = {
  codes: ['conflicting-properties'],
  check(volume, report) {
    const id = idKey(volume);
    const duration = volume.number('auto_cleanup_duration');
    if (duration === undefined || duration <= 0 || volume.value(id) == null) return;
    const message = `\`auto_cleanup_duration\` is not supported for an existing volume (\`${id}\`): dstack deletes only what it created.`;
    report(conflict(volume, 'auto_cleanup_duration', id, message));
  },
};
