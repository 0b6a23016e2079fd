import type { Rule } from '../../rule';
import { windsurfVersion } from './windsurf-version';

/** For dev environments. */
export const planDevEnvironmentRules: readonly Rule[] = [windsurfVersion];
