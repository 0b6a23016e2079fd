import type { Preset } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { setHere } from '../support/conflict';

/** What `codex` accepts as `effort`. */
const CODEX_EFFORTS = ['low', 'medium', 'high', 'xhigh'];

/** Mirrors the one error of `PresetAgentConfig.validate_effort` of core/models/configurations.py. */
export const agentEffort: Rule<Preset> = {
  codes: ['unknown-value'],
  check(preset, report) {
    const agent = preset.view('agent');
    if (agent?.value('provider') !== 'codex' || agent.value('effort') !== 'max') return;
    const message = '`effort: max` is not supported by `codex`: the most is `xhigh`.';
    report(
      problem('unknown-value', agent.valueSpan('effort'), message, {
        data: { given: 'max', values: CODEX_EFFORTS, suggestion: 'xhigh' },
        related: [setHere(agent, 'provider')],
      }),
    );
  },
};
