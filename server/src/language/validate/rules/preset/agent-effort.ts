import { problem } from '../../../problem/problem';
import { setHere } from '../conflict';
import type { Rule } from '../rule';

/** Mirrors `PresetAgentConfig.validate_effort` of core/models/configurations.py. */
export const agentEffort: Rule = {
  codes: ['unknown-value'],
  check(preset, report) {
    const agent = preset.view('agent');
    if (agent?.text('provider') !== 'codex' || agent.text('effort') !== 'max') return;
    report(
      problem(
        'unknown-value',
        agent.valueSpan('effort'),
        '`effort: max` is not supported by `codex`: the most is `xhigh`.',
        {
          data: {
            given: 'max',
            values: ['low', 'medium', 'high', 'xhigh'],
            suggestion: 'xhigh',
          },
          related: [setHere(agent, 'provider')],
        },
      ),
    );
  },
};
