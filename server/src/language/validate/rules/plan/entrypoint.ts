import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { splitWords } from '../../../python/shlex';
import { textSpan } from '../../../yaml/node';
import type { Rule } from '../rule';

/**
 * `entrypoint` is split into words, without a shell.
 * Mirrors `JobConfigurator._commands` of server/services/jobs/configurators/base.py.
 */
export const entrypointWords: Rule<Run> = {
  codes: ['entrypoint'],
  check(run, report) {
    const text = run.value('entrypoint');
    const split = text == null ? undefined : splitWords(text);
    if (text == null || !split || !('unclosed' in split)) return;
    const { unclosed } = split;
    const message =
      text[unclosed] === '\\'
        ? 'There is nothing after this `\\`: remove it.'
        : `This \`${text[unclosed] ?? ''}\` is not closed: \`entrypoint\` is split into words as a shell does it.`;
    const node = run.valueNode('entrypoint');
    const at =
      node?.kind === 'scalar'
        ? textSpan(node, unclosed, unclosed + 1)
        : run.valueSpan('entrypoint');
    report(problem('entrypoint', at, message));
  },
};
