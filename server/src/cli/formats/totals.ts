import { counted } from '../../language/base/words';
import type { Severity } from '../../language';
import type { Finding } from '../findings';

/** `2 files checked: 1 error, 0 warnings, 3 hints.`; hints only if there are any. */
export function totals(findings: readonly Finding[], files: number): string {
  const amount = (wanted: Severity) =>
    findings.filter(({ severity }) => severity === wanted).length;
  const hints = amount('hint');
  const sums = [
    counted(amount('error'), 'error'),
    counted(amount('warning'), 'warning'),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
  return `${counted(files, 'file')} checked: ${sums.join(', ')}.`;
}
