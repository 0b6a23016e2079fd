import type { Run } from '../../../coerce/values';
import { problem, type Problem } from '../../../problem/problem';
import { RELATED_AT_MOST } from '../support/conflict';
import type { Rule } from '../rule';
import { containerOf, containersOf, type Container } from '../support/containers';
import {
  armProcessor,
  specialAccelerator,
  superchip,
  type SpecialHardware,
} from '../support/hardware';

const codes = ['image-required'] as const;

/** The release in which the server took over from the command line. */
const BY_SERVER = '0.21.1';

/**
 * The default image is for x86 processors and NVIDIA GPUs; other hardware requires its own image. One problem for all
 * groups.
 * Mirrors `_validate_gpu_vendor_and_image` and `_validate_cpu_arch_and_image` of server/services/runs/spec.py.
 */
export const imageRequired: Rule<Run> = {
  codes,
  since: BY_SERVER,
  check(run, report) {
    const special = containersOf(run).flatMap(({ resources, hasImage, docker }) =>
      hasImage || docker ? [] : (specialAccelerator(resources) ?? armProcessor(resources) ?? []),
    );
    const [first, ...others] = special;
    if (first) report(missingImage(first, others));
  },
};

function missingImage(first: SpecialHardware, others: readonly SpecialHardware[] = []): Problem {
  const message = `\`image\` must be set: the default image does not support ${first.what}.`;
  return problem('image-required', first.span, message, {
    data: { key: 'image', example: first.image },
    related: others.slice(0, RELATED_AT_MOST).map(({ what, span }) => ({
      span,
      message: `The same holds for ${what} here.`,
    })),
  });
}

/**
 * What the command line checked before the server did, without groups: fewer vendors, and also the processors that come
 * with a GPU. `docker: true` did not help with processors.
 * Mirrors `validate_gpu_vendor_and_image` and `validate_cpu_arch_and_image` of cli/services/configurators/run.py.
 */
export const FORMER_IMAGE_RULES: readonly Rule<Run>[] = [
  former(undefined, withoutDocker(['amd'])),
  former('0.19.6', withoutDocker(['tenstorrent'])),
  former('0.19.8', ({ resources }) => armProcessor(resources) ?? superchip(resources)),
];

type HardwareOf = (container: Container) => SpecialHardware | undefined;

function former(since: string | undefined, hardwareOf: HardwareOf): Rule<Run> {
  return {
    codes,
    ...(since === undefined ? {} : { since }),
    until: BY_SERVER,
    check(run, report) {
      const container = containerOf(run, run);
      const found = container && !container.hasImage ? hardwareOf(container) : undefined;
      if (found) report(missingImage(found));
    },
  };
}

function withoutDocker(vendors: readonly string[]): HardwareOf {
  return ({ docker, resources }) => (docker ? undefined : specialAccelerator(resources, vendors));
}
