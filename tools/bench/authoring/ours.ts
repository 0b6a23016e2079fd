import { Analysis } from '../../../server/src/language/analysis';
import { completion } from '../../../server/src/language/features/completion';
import { uriOf } from '../../../test/support/oracle/corpus';
import { rankOf } from './rank';
import type { Moment } from './replay';
import type { Ranked } from './tally';

/** The offers of our language service at a moment, without a server around it. */
export function rankOurs(moment: Moment): Ranked {
  const { sample, text, offset, wanted } = moment;
  const analysis = new Analysis({ uri: uriOf(sample.kind), text });
  const { lines } = analysis.tree;
  const list = completion(analysis, { position: lines.position(offset) }) ?? { items: [] };
  return { moment, rank: rankOf(list, wanted, text, offset, lines) };
}
