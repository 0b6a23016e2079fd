import { problem } from '../../../../problem/problem';
import type { Rule } from '../../rule';
import { idKey } from './existing';

/** What of a volume has no `size` at all, and is as large as it gets. */
const WITHOUT_SIZE = ['daytona', 'lium'];

/**
 * A volume is new and has a `size`, or exists already and has an ID.
 * Mirrors `_validate_volume_configuration` of server/services/volumes.py.
 */
export const newOrExisting: Rule = {
  codes: ['missing-key'],
  check(volume, report) {
    const backend = volume.text('backend');
    if (backend === undefined || WITHOUT_SIZE.includes(backend) || volume.hasUnsureKeys()) return;
    const id = idKey(volume);
    // An endless size becomes none on the way to the server.
    const isSized = volume.isSet('size') && Number.isFinite(volume.number('size') ?? 0);
    if (isSized || volume.isSet(id)) return;
    const message = `\`size\` or \`${id}\` is missing: a new volume has a \`size\`, an existing one its \`${id}\`.`;
    const at = volume.has('size') ? volume.keySpan('size') : volume.headSpan();
    report(problem('missing-key', at, message, { data: { key: 'size', values: ['size', id] } }));
  },
};
