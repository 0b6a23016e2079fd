import { createHash } from 'node:crypto';
import type { Severity } from '../../language';
import type { Finding } from '../findings';
import { printedJson, printedPath } from '../printed';
import type { Format } from './format';
import { relativePath } from './relative-path';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  hint: 'info',
};

/** For GitLab: a Code Quality report, which a job uploads as `artifacts:reports:codequality`. */
export const gitlab: Format = (findings, _files, { checkout }) => {
  const fingerprints = new Fingerprints();
  return printedJson(
    findings.map((finding) => {
      const path = relativePath(finding.file, checkout) ?? printedPath(finding.file);
      return {
        description: finding.message,
        check_name: finding.code,
        fingerprint: fingerprints.of(finding, path),
        severity: SEVERITIES[finding.severity],
        location: { path, lines: { begin: finding.line } },
      };
    }),
  );
};

/** GitLab compares two reports by them: they are unique, and stay when lines above are added. */
class Fingerprints {
  private readonly counts = new Map<string, number>();

  of({ code, message }: Finding, path: string): string {
    const what = JSON.stringify([path, code, message]);
    const count = this.counts.get(what) ?? 0;
    this.counts.set(what, count + 1);
    return createHash('sha256')
      .update(`${what}${String(count)}`)
      .digest('hex');
  }
}
