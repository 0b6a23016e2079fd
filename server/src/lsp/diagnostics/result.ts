import type { Diagnostic } from 'vscode-languageserver';
import {
  diagnostics,
  otherDiagnostics,
  ownDiagnostics,
  workspaceProblems,
  type Analysis,
  type Shown,
} from '../../language';
import { isEdited } from '../documents';
import type { Session } from '../session';
import { hashOfText } from '../../disk/bytes';

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
    return found;
  });
}

/** The same for a file alone, without problems with other files. */
export function ownProblemsOf(session: Session, analysis: Analysis): Diagnostic[] {
  return attempt(session, () => {
    const found = ownDiagnostics(analysis);
    session.failures.tellOf(analysis);
    return found;
  });
}

/** The problems with other files alone, for a file with this summary. */
export function otherProblemsOf(session: Session, summary: Summary): Diagnostic[] {
  return attempt(session, () => otherDiagnostics(summary, session.environment));
}

function attempt(session: Session, find: () => Diagnostic[]): Diagnostic[] {
  if (!session.settings.validationEnabled) return [];
  try {
    return find();
  } catch (error) {
    session.failures.tell('problems', error);
    return [];
  }
}

/** The result id of a document's problems: the same as long as they cannot have changed. */
export function resultIdOf(session: Session, analysis: Analysis): string {
  return resultId(session, hashOfText(analysis.source.text), analysis.summary);
}

/**
 * The same for a text with this hash. Without a `summary` it covers only the file's own problems, not those with other
 * files.
 */
export function resultId(
  { workspace, settings, environment }: Session,
  hash: string,
  summary?: Summary,
): string {
  const others =
    summary && workspace ? workspaceProblems(summary, workspace, environment.live) : [];
  // There are few problems with other files.
  const suffix = others.length === 0 ? '' : hashOfText(JSON.stringify(others));
  return `${hash}${suffix}${settings.validationEnabled ? '' : '-'}`;
}
