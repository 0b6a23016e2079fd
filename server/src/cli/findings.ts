import type { Range } from 'vscode-languageserver-types';
import {
  workspaceProblems,
  type Analysis,
  type ProblemCode,
  type Severity,
  type Workspace,
} from '../language';
import { toRange } from '../language/base/lsp-range';
import type { Span } from '../language/base/span';
import type { Fix, fixesFor } from '../language/fixes';
import { oncePerLine } from '../language/problem/once';
import type { Summary } from '../language/workspace/summary';
import { isEmptyScalar } from '../language/yaml/node';

/** A place: 1-based lines and columns (UTF-16), the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Another place that has to do with a problem. */
export interface RelatedPlace extends Place {
  readonly file: string;
  readonly message: string;
}

/** A change that repairs a problem. */
export interface FindingFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly (Place & { readonly text: string })[];
}

/** One problem as the command line reports it. */
export interface Finding extends Place {
  readonly file: string;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** The most likely first. */
  readonly fixes: readonly FindingFix[];
  /** The text of its first line. */
  readonly excerpt: string;
}

/** The problems of a file alone, with the fixes that `fixesOf` gives. */
export function findingsOf(
  file: string,
  analysis: Analysis,
  fixesOf: typeof fixesFor = () => [],
): Finding[] {
  const { problems, tree } = analysis;
  const placeOf = (span: Span) => placeAt(toRange(span, tree.lines));
  return oncePerLine(problems, tree.lines).map((problem) => {
    const { span, severity, code, message, related = [] } = problem;
    const place = placeOf(span);
    return {
      file,
      ...place,
      severity,
      code,
      message,
      related: related.map((other) => ({ file, ...placeOf(other.span), message: other.message })),
      fixes: fixesOf(analysis, problem).map((fix) => findingFix(fix, placeOf)),
      excerpt: lineOf(analysis, place.line - 1),
    };
  });
}

/** What is needed of a checked file to compare it with the others. */
export interface Compared {
  readonly file: string;
  readonly summary: Summary;
  /** The lines with names that other files can know. */
  readonly lines: ReadonlyMap<number, string>;
}

/** Keeps of a file what `findingsBetween` needs. */
export function comparedOf(file: string, analysis: Analysis): Compared {
  const { summary } = analysis;
  const { declarations, references, paths, excluded } = summary;
  const named = [...declarations, ...references, ...paths, ...excluded].map(
    ({ range }) => range.start.line,
  );
  return { file, summary, lines: new Map(named.map((line) => [line, lineOf(analysis, line)])) };
}

/** The problems of a file with the others that are checked. `fileOf` gives the path of a URI. */
export function findingsBetween(
  { file, summary, lines }: Compared,
  workspace: Workspace,
  fileOf: (uri: string) => string,
): Finding[] {
  return workspaceProblems(summary, workspace).map(
    ({ range, severity, code, message, related = [] }) => ({
      file,
      ...placeAt(range),
      severity,
      code,
      message,
      related: related.map((other) => ({
        file: fileOf(other.uri),
        ...placeAt(other.range),
        message: other.message,
      })),
      fixes: [],
      excerpt: lines.get(range.start.line) ?? '',
    }),
  );
}

/**
 * The problem of a file without content; undefined for others. dstack rejects it, but in an editor it may just have been
 * created.
 */
export function emptyFile(file: string, { kind, problems, tree }: Analysis): Finding[] | undefined {
  const isEmpty = !tree.broken && (!tree.root || isEmptyScalar(tree.root));
  if (problems.length > 0 || !isEmpty) return undefined;
  const property = kind === 'profiles' ? 'profiles' : 'type';
  const finding: Finding = {
    file,
    ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
    severity: 'error',
    code: 'not-a-mapping',
    message: `The file is empty. It must be a mapping with \`${property}\`.`,
    related: [],
    fixes: [],
    excerpt: '',
  };
  return [finding];
}

function placeAt({ start, end }: Range): Place {
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function findingFix({ title, preferred, edits }: Fix, placeOf: (span: Span) => Place): FindingFix {
  return {
    title,
    preferred,
    edits: edits.map(({ span, newText }) => ({ ...placeOf(span), text: newText })),
  };
}

function lineOf({ tree: { text, lines } }: Analysis, line: number): string {
  return text.slice(lines.start(line), lines.end(line));
}
