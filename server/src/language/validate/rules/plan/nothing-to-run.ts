import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { splitWords } from '../../../python/shlex';
import type { Rule } from '../rule';

/**
 * With the words of `entrypoint` and the `commands` after it there is at least one word to run.
 * Mirrors the one error of `JobConfigurator._commands` of server/services/jobs/configurators/base.py.
 */
export const wordsToRun: Rule<Run> = {
  codes: ['nothing-to-run'],
  check(run, report) {
    const text = run.value('entrypoint');
    if (text == null || run.isTruthy('commands') || run.isUnsure('commands')) return;
    const split = splitWords(text);
    if ('unclosed' in split || split.words > 0) return;
    const message =
      'There is nothing to run: remove the empty `entrypoint`, or set `commands` as well.';
    report(
      problem('nothing-to-run', run.keySpan('entrypoint'), message, {
        data: { key: 'commands', remove: 'entrypoint' },
      }),
    );
  },
};
