import { pathToFileURL } from 'node:url';
import type { Fix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { PROBLEM_TITLES, type ProblemCode, type Severity } from '../../language';
import type { Finding, FindingFix, Place, RelatedPlace } from '../findings';
import type { Package } from '../../disk/package';
import { printedJson } from '../printed';
import type { Format } from './format';
import { relativePath } from './relative-path';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
};

/** What the files are checked against. */
const REFERENCE = 'https://dstack.ai/docs/reference/dstack.yml';

/** SARIF 2.1.0, for code scanning services. */
export const sarif: Format = (findings, _files, { package: pack, checkout }) => {
  const uriOf = (file: string) => uriIn(file, checkout);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dstack-check',
            semanticVersion: pack.version,
            informationUri: REFERENCE,
            rules: codes.map((code) => ruleOf(code, pack)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code), uriOf)),
      },
    ],
  };
  return printedJson(log);
};

function ruleOf(code: ProblemCode, pack: Package): ReportingDescriptor {
  const title = PROBLEM_TITLES[code];
  const page = pack.page(code);
  const [, paragraph = title] = /^#[^\n]*\n+([^#\n][^\n]*)/.exec(page) ?? [];
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: paragraph.replaceAll('`', '') },
    help: { text: page.replaceAll('`', ''), markdown: page },
    helpUri: REFERENCE,
  };
}

function resultOf(finding: Finding, ruleIndex: number, uriOf: UriOf): Result {
  const { file, code, severity, message, excerpt, related, fixes } = finding;
  const fix = fixes.find(({ preferred }) => preferred);
  const { line, column, endLine, endColumn } = finding;
  const snippet = excerpt.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
  const region = {
    ...regionOf(finding),
    ...(snippet === '' ? {} : { snippet: { text: snippet } }),
  };
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region,
          ...contextOf(finding),
        },
      },
    ],
    ...(related.length > 0
      ? { relatedLocations: related.map((one, id) => relatedLocation(one, id, uriOf)) }
      : {}),
    ...(fix ? { fixes: [fixOf(uriOf(file), fix)] } : {}),
  };
}

/** The line of a finding that is a part of it: SARIF's context is more than its region. */
function contextOf({ line, column, endLine, endColumn, excerpt }: Finding) {
  const isWhole = column === 1 && endColumn > excerpt.length;
  if (endLine > line || isWhole) return {};
  return { contextRegion: { startLine: line, endLine: line, snippet: { text: excerpt } } };
}

function relatedLocation({ file, message, ...place }: RelatedPlace, id: number, uriOf: UriOf) {
  return {
    id,
    message: { text: message },
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: regionOf(place) },
  };
}

function fixOf(uri: string, { title, edits }: FindingFix): Fix {
  const replacements = edits.map(({ text, ...place }) => ({
    deletedRegion: regionOf(place),
    ...(text === '' ? {} : { insertedContent: { text } }),
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: { uri }, replacements }],
  };
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

type UriOf = (file: string) => string;

/** A path below the checkout or the current folder as a relative URI reference, any other as an absolute URI. */
function uriIn(file: string, checkout: string | undefined): string {
  const path = relativePath(file, checkout);
  if (path === undefined) return pathToFileURL(file).href;
  // A lone surrogate, which can occur in file names on Windows, has no escape. A colon would end a scheme.
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
