import { problem } from '../../../../problem/problem';
import { setHere } from '../../conflict';
import type { Rule } from '../../rule';
import { containersOf } from './containers';
import { armProcessor } from './hardware';

/**
 * The image for Docker in Docker is for x86 processors.
 * Mirrors `_validate_cpu_arch_and_image` of server/services/runs/spec.py.
 */
export const dockerOnArm: Rule = {
  codes: ['conflicting-properties'],
  check(run, report) {
    for (const { resources, docker } of containersOf(run)) {
      const arm = docker && armProcessor(resources);
      if (!arm) continue;
      const message =
        '`docker: true` is not supported on ARM processors: use `x86`, or an `image` of yours with Docker in it.';
      report(
        problem('conflicting-properties', arm.span, message, {
          data: { other: 'docker' },
          related: [setHere(docker, 'docker')],
        }),
      );
    }
  },
};
