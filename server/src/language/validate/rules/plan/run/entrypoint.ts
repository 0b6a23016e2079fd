import { problem } from '../../../../problem/problem';
import { resolveAlias, textSpan } from '../../../../yaml/node';
import type { Rule } from '../../rule';
import { splitWords } from '../../../../python/shlex';

/**
 * `entrypoint` is split into words, without a shell; with the `commands` behind it there is at least one.
 * Mirrors `JobConfigurator._commands` of server/services/jobs/configurators/base.py.
 */
export const entrypointWords: Rule = {
  codes: ['entrypoint', 'nothing-to-run'],
  check(run, report) {
    const text = run.text('entrypoint');
    if (text === undefined) return;
    const split = splitWords(text);
    if ('unclosed' in split) {
      const message =
        text[split.unclosed] === '\\'
          ? 'There is nothing behind this `\\`: remove it.'
          : `This \`${text[split.unclosed] ?? ''}\` is not closed: \`entrypoint\` is split into words as a shell does it.`;
      const pair = run.pair('entrypoint');
      const node = pair && resolveAlias(pair.value);
      const span =
        node?.kind === 'scalar'
          ? textSpan(node, split.unclosed, split.unclosed + 1)
          : run.valueSpan('entrypoint');
      report(problem('entrypoint', span, message));
    } else if (split.words === 0 && !run.isTruthy('commands') && !run.isUnsure('commands')) {
      const message =
        'There is nothing to run: remove the empty `entrypoint`, or set `commands` as well.';
      report(
        problem('nothing-to-run', run.keySpan('entrypoint'), message, {
          data: { key: 'commands', remove: 'entrypoint' },
        }),
      );
    }
  },
};
