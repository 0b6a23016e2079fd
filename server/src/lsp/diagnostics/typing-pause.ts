import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Session } from '../session';

/** Characters that are checked in about a millisecond. */
const PER_MILLISECOND = 7000;

/** Milliseconds, too short to notice. */
const MOST = 75;

/**
 * Milliseconds from a change to the check of a document: about as long as the check takes, and 0 if the change was not
 * typed. So checks use at most half of the time, however fast the user types.
 */
export function typingPause({ typedAt }: Session, document: TextDocument): number {
  return typedAt(document) ? Math.min(document.getText().length / PER_MILLISECOND, MOST) : 0;
}
