import type { Rule } from '../../rule';
import { dockerOnArm } from './docker-on-arm';
import { finiteSizes } from './finite-sizes';
import { imageRequired } from './image-required';

/** For every `resources` mapping. */
export const planSizeRules: readonly Rule[] = [finiteSizes];

/** For runs, about the hardware that they ask for. */
export const planResourceRules: readonly Rule[] = [imageRequired, dockerOnArm];
