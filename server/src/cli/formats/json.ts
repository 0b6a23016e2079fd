import { printedJson } from '../printed';
import type { Format } from './format';

/** For programs: an array of findings. `url` is the page about the code. */
export const json: Format = (findings, _files, { package: pack }) =>
  printedJson(
    findings.map(({ excerpt: _, related, fixes, ...finding }) => ({
      ...finding,
      url: pack.pageUri(finding.code),
      related,
      fixes,
    })),
  );
