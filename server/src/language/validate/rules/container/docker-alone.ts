import type { Rule } from '../rule';
import { conflict } from '../conflict';

/**
 * `docker: true` means an image of dstack's own, so that nothing else can choose the image. The models look at the value
 * before they convert it, so that the text `"true"` passes at first; the server, which gets it converted, refuses it.
 * Mirrors `BaseRunConfiguration._docker` and `ReplicaGroup._docker` of core/models/configurations.py.
 */
export const dockerAlone: Rule = {
  codes: ['conflicting-properties'],
  check(container, report) {
    if (container.value('docker') !== true) return;
    const other = ['image', 'python', 'nvcc'].find((key) => container.isTruthy(key));
    if (other === undefined) return;
    const message = `\`${other}\` and \`docker\` are mutually exclusive: \`docker: true\` uses an image of its own.`;
    report(conflict(container, 'docker', other, message));
  },
};
