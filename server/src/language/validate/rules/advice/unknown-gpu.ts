import { CATALOGUE } from '../../../catalogue';
import { vendorOf } from '../../../catalogue/accelerators';
import { meantGpu, meantGpuText } from '../../../catalogue/meant-gpu';
import { quote } from '../../../base/words';
import type { Resources } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { partOf } from '../support/hardware';

/**
 * A name of a GPU that no machine has, and that is nearly the name of another. dstack accepts every name, and then finds
 * no offers. Other unknown names may be those of new GPUs.
 */
export const gpuNames: Rule<Resources> = {
  codes: ['unknown-gpu'],
  check(resources, report) {
    const isLong = resources.view('gpu') !== undefined;
    (resources.value('gpu')?.name ?? []).forEach((name, index) => {
      if (vendorOf(CATALOGUE, name) !== undefined) return;
      const meant = meantGpu(CATALOGUE, name);
      if (!meant) return;
      const suggestion = isLong ? meant.name : meantGpuText(meant);
      const more = isLong ? asProperties(meant) : '';
      const { span, text } = partOf(resources, 'gpu', 'name', index);
      const message = `${quote(text)} is not the name of a GPU. Did you mean \`${suggestion}\`${more}?`;
      report(
        problem('unknown-gpu', span, message, {
          severity: 'warning',
          data: { given: name, ...(more === '' && { suggestion }) },
        }),
      );
    });
  },
};

function asProperties({ memory, count }: ReturnType<typeof meantGpu> & object): string {
  const properties = [memory && `memory: ${memory}`, count && `count: ${count}`];
  return properties.flatMap((one) => (one ? ` with \`${one}\`` : [])).join(' and');
}
