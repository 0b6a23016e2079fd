import type { Diagnostic } from 'vscode-languageserver';
import {
  diagnostics,
  otherDiagnostics,
  ownDiagnostics,
  type Analysis,
  type Shown,
} from '../../language';
import { isEdited } from '../documents';
import { Utf8Lines } from '../../language/base/utf8';
import type { Session } from '../session';
import { hashOfText } from '../../disk/hash';

type Summary = Analysis['summary'];

/**
 * The problems of a document or of a file that is not open; none if the user has disabled them, or if the file cannot
 * be analysed. `shownOf` selects those to show, if not all.
 */
export function problemsOf(
  session: Session,
  analyse: () => Analysis,
  shownOf?: (analysis: Analysis) => Shown | undefined,
): Diagnostic[] {
  return attempt(session, () => {
    const analysis = analyse();
    if (!isEdited(analysis.source.uri)) return [];
    const found = diagnostics(analysis, shownOf?.(analysis));
    session.failures.tellOf(analysis);
    return translated(session, found, analysis);
  });
}

/** The same for a file alone, without problems with other files. */
export function ownProblemsOf(session: Session, analysis: Analysis): Diagnostic[] {
  return attempt(session, () => {
    const found = ownDiagnostics(analysis);
    session.failures.tellOf(analysis);
    return translated(session, found, analysis);
  });
}

/** The problems with other files alone, for a file with this summary. */
export function otherProblemsOf(session: Session, summary: Summary): Diagnostic[] {
  const find = () =>
    session.positions.problems(
      otherDiagnostics(summary, session.environment),
      summary.uri,
      summary.utf8,
    );
  return attempt(session, find, 'problems with other files');
}

function translated({ positions }: Session, found: Diagnostic[], { source }: Analysis) {
  return positions.problems(found, source.uri, new Utf8Lines(source.text));
}

function attempt(session: Session, find: () => Diagnostic[], name = 'problems'): Diagnostic[] {
  if (!session.settings.validationEnabled) return [];
  try {
    return find();
  } catch (error) {
    session.failures.tell(name, error);
    return [];
  }
}

/** The result id of a document's problems: the same as long as they cannot have changed. */
export function resultIdOf(session: Session, { source, summary }: Analysis): string {
  const own = ownId(session, source.uri, hashOfText(source.text));
  return resultId(session, own, otherProblemsOf(session, summary));
}

/** The beginning of the result ids of a text with this hash: the release that judges it decides as well. */
export function ownId({ releases }: Session, uri: string, hash: string): string {
  return `${hash}@${releases.environmentOf(uri).release.version}`;
}

/** The same for a file with this beginning, and problems with other files. */
export function resultId(
  { settings }: Session,
  own: string,
  others: readonly Diagnostic[] = [],
): string {
  const suffix = others.length === 0 ? '' : `#${hashOfText(JSON.stringify(others))}`;
  return `${own}${suffix}${settings.validationEnabled ? '' : '-'}`;
}
