import type { Rule } from '../rule';
import { dockerAlone } from './docker-alone';
import { imageOrPython } from './image-or-python';

/** For a run and for a replica group: both say what the container is made from. */
export const containerRules: readonly Rule[] = [imageOrPython, dockerAlone];
