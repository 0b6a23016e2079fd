import type { Rule } from '../../rule';
import { emptyVolumeList } from './empty-volume-list';
import { entrypointWords } from './entrypoint';
import { localPorts } from './local-ports';
import { mountPath } from './mount-path';
import { neverScheduled } from './never-scheduled';
import { possibleVolumes } from './possible-volumes';
import { repoUrl } from './repo-url';
import { retryDuration } from './retry-duration';
import { uniqueVolumes } from './unique-volumes';
import { utilizationWindow } from './utilization-window';
import { absoluteWorkingDir } from './working-dir';

/** For dev environments, tasks and services, before a server is asked. */
export const planRunRules: readonly Rule[] = [
  absoluteWorkingDir,
  repoUrl,
  retryDuration('error'),
  mountPath,
  utilizationWindow,
];

/** For the same, from the making of jobs on. */
export const planJobRules: readonly Rule[] = [
  entrypointWords,
  possibleVolumes,
  uniqueVolumes,
  emptyVolumeList,
  neverScheduled,
  localPorts,
];

/** For profiles, whose mistakes show when a run uses them. */
export const planProfileRules: readonly Rule[] = [retryDuration('warning'), utilizationWindow];
