import { CATALOGUE } from '../../../catalogue';
import { memorySizes } from '../../../catalogue/accelerators';
import { lookup } from '../../../base/lookup';
import type { Gpu, Resources } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { partOf } from '../support/hardware';

/** More GPUs than clouds put in one instance. */
const MOST_GPUS = 16;

/**
 * A number of GPUs that was intended as their memory or their name: `H100:80` asks for instances with 80 GPUs. dstack
 * accepts it, and then finds no offers.
 */
export const gpuCount: Rule<Resources> = {
  codes: ['gpu-count'],
  check(resources, report) {
    const gpu = resources.value('gpu');
    const { min, max } = gpu?.count ?? {};
    // In the long form, `count` says what it is.
    if (!gpu || typeof min !== 'number' || min !== max || resources.view('gpu')) return;
    const suggestion = min > MOST_GPUS ? meantBy(min, gpu) : undefined;
    if (suggestion === undefined) return;
    const message = `\`${String(min)}\` is the number of GPUs of one instance. Did you mean \`${suggestion}\`?`;
    report(
      problem('gpu-count', partOf(resources, 'gpu', 'count', 0).span, message, {
        severity: 'warning',
        data: { suggestion },
      }),
    );
  },
};

function meantBy(count: number, { name, vendor, memory }: Gpu): string | undefined {
  const named = name ? undefined : lookup(CATALOGUE.gpus, `rtx${String(count)}`);
  if (named) return named.name;
  const isSize = memorySizes(CATALOGUE, name ?? [], vendor ?? undefined).includes(count);
  return isSize && !memory ? `${String(count)}GB` : undefined;
}
