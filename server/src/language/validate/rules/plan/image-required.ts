import type { Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { RELATED_AT_MOST } from '../support/conflict';
import type { Rule } from '../rule';
import { containersOf } from '../support/containers';
import { armProcessor, specialAccelerator } from '../support/hardware';

/**
 * The default image is for x86 processors and NVIDIA GPUs; other hardware requires its own image. One problem for all
 * groups.
 * Mirrors `_validate_gpu_vendor_and_image` and `_validate_cpu_arch_and_image` of server/services/runs/spec.py.
 */
export const imageRequired: Rule<Run> = {
  codes: ['image-required'],
  check(run, report) {
    const special = containersOf(run).flatMap(({ resources, hasImage, docker }) =>
      hasImage || docker ? [] : (specialAccelerator(resources) ?? armProcessor(resources) ?? []),
    );
    const [first, ...others] = special;
    if (!first) return;
    const message = `\`image\` must be set: the default image does not support ${first.what}.`;
    report(
      problem('image-required', first.span, message, {
        data: { key: 'image', example: first.image },
        related: others.slice(0, RELATED_AT_MOST).map(({ what, span }) => ({
          span,
          message: `The same holds for ${what} here.`,
        })),
      }),
    );
  },
};
