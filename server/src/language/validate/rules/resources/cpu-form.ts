import { conflict } from '../conflict';
import type { Rule } from '../rule';
import { endsProblem } from './range';

/**
 * `min` and `max` of `cpu` are the older way to write its `count`, without anything else.
 * Mirrors `CPUSpec.parse` of core/models/resources.py.
 */
export const cpuForm: Rule = {
  codes: ['conflicting-properties', 'range'],
  check(resources, report) {
    const cpu = resources.view('cpu');
    const end = ['min', 'max'].find((key) => cpu?.has(key));
    if (!cpu || end === undefined) return;
    const other = ['count', 'arch'].find((key) => cpu.has(key));
    if (other !== undefined) {
      const message = `\`${end}\` and \`${other}\` are mutually exclusive: write the range as \`count\`, e.g. \`count: 4..8\`.`;
      report(conflict(cpu, end, other, message));
      return;
    }
    const found = endsProblem(cpu);
    if (found) report(found);
  },
};
