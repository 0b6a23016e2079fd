import { t, type Severity, type Text } from '../../language';
import type { Finding } from '../findings';

/** `2 files checked: 1 error, 0 warnings, 3 hints.`; hints only if there are any. */
export function totals(findings: readonly Finding[], files: number): Text {
  const amount = (wanted: Severity) =>
    findings.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, hints] = [amount('error'), amount('warning'), amount('hint')];
  const serious = t(
    '{0}, {1}',
    errors === 1 ? t('1 error') : t('{0} errors', errors),
    warnings === 1 ? t('1 warning') : t('{0} warnings', warnings),
  );
  const light = hints === 1 ? t('1 hint') : t('{0} hints', hints);
  const sums = hints > 0 ? t('{0}, {1}', serious, light) : serious;
  return files === 1 ? t('1 file checked: {0}.', sums) : t('{0} files checked: {1}.', files, sums);
}
