import type { Rule } from '../rule';
import { envRules } from '../run';
import { agentEffort } from './agent-effort';
import { datasetShape } from './dataset';
import { presetModel } from './model';
import { sharedPrefix } from './shared-prefix';

/** For presets. */
export const presetRules: readonly Rule[] = [
  presetModel,
  agentEffort,
  ...envRules,
  datasetShape,
  sharedPrefix,
];
