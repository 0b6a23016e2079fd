import { createHash } from 'node:crypto';
import type { Severity } from '../../language';
import type { Finding } from '../findings';
import { printedJson, printedPath } from '../printed';
import { relativePath } from './relative-path';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  hint: 'info',
};

/** For GitLab: a Code Quality report, which a job uploads as `artifacts:reports:codequality`. */
export function gitlab(findings: readonly Finding[]): string {
  const fingerprints = new Fingerprints();
  return printedJson(
    findings.map((finding) => ({
      description: finding.message,
      check_name: finding.code,
      fingerprint: fingerprints.of(finding),
      severity: SEVERITIES[finding.severity],
      location: { path: pathOf(finding), lines: { begin: finding.line } },
    })),
  );
}

function pathOf({ file }: Finding): string {
  return relativePath(file) ?? printedPath(file);
}

/** GitLab compares two reports by them: they are unique, and stay when lines above are added. */
class Fingerprints {
  private readonly counts = new Map<string, number>();

  of(finding: Finding): string {
    const what = JSON.stringify([pathOf(finding), finding.code, finding.message]);
    const count = this.counts.get(what) ?? 0;
    this.counts.set(what, count + 1);
    return createHash('sha256')
      .update(`${what}${String(count)}`)
      .digest('hex');
  }
}
