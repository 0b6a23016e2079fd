import type { Choice, Completer } from './completer';
import { ranges } from './memory';

const VENDORS = ['nvidia', 'amd', 'google', 'intel', 'tenstorrent'];
const SIZES = [16, 24, 40, 48, 80, 96, 141, 192];
const COUNTS = ['1', '2', '4', '8', '1..', '1..8'];

/** Part by part: names, vendors and memory first; behind a colon what is still missing of memory and count. */
export const completeGpu: Completer = (prefix, { examples = [] }) => {
  const colon = prefix.lastIndexOf(':') + 1;
  const part = prefix.slice(colon);
  if (colon === 0) {
    const texts = examples.filter((example) => typeof example === 'string');
    return [...texts, ...ranges(part, SIZES), ...VENDORS].map((text) => ({ text }));
  }
  const head = prefix.slice(0, colon);
  const choice = (text: string): Choice => ({ text: head + text });
  const counts = /^[0-9]*$/.test(part) ? COUNTS.map(choice) : [];
  return hasMemory(head) ? counts : [...ranges(part, SIZES).map(choice), ...counts];
};

function hasMemory(head: string): boolean {
  return head.split(':').some((part) => /^[0-9].*[a-z]/i.test(part) || /^\.\..*[a-z]/i.test(part));
}
