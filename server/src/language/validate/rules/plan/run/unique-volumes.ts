import { quote } from '../../../../shorthand/piece';
import type { Rule } from '../../rule';
import { reportRepeated } from '../../repeated';
import { interpolate } from '../interpolation/interpolator';
import { placeOf } from '../interpolation/text';
import { volumeNames } from './volume-name';

/**
 * A volume is mounted once, and stands once in a list of alternatives.
 * Mirrors `check_can_attach_job_volumes` of server/services/jobs/__init__.py.
 */
export const uniqueVolumes: Rule = {
  codes: ['duplicate-entry'],
  check(run, report) {
    const entries = volumeNames(run).map((name) => ({
      id: idOf(name.piece),
      span: placeOf(name, name.piece),
    }));
    const message = (id: string) =>
      `The volume ${quote(id)} is mounted twice: a run can mount each volume once.`;
    reportRepeated(entries, message, report);
  },
};

/** Both names for the number of the node mean the same. */
function idOf(name: Parameters<typeof interpolate>[0]): string {
  const later = { dstack: () => true };
  const { text } = interpolate(name, { has: () => false, later });
  return text.text.replace(
    /\$\{\{\s*dstack\.(?:job_num|node_rank)\s*\}\}/g,
    '${{ dstack.node_rank }}',
  );
}
