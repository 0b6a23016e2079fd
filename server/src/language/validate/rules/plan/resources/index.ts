import type { Rule } from '../../rule';
import { dockerOnArm } from './docker-on-arm';
import { imageRequired } from './image-required';

/** For runs, about the hardware that they ask for. */
export const planResourceRules: readonly Rule[] = [imageRequired, dockerOnArm];
