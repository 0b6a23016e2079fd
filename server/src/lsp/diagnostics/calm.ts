import type { Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { whileTyping, type Analysis, type Shown } from '../../language';
import type { Session } from '../session';

/** Milliseconds without a change after which a line counts as finished. */
export const REST = 600;

/** Characters that are checked in about a millisecond. */
const PER_MILLISECOND = 7000;

/** Milliseconds, too short to notice. */
const LONGEST_PAUSE = 75;

/** The notification of a client whose cursor has left the line of the last change, without another change. */
const LINE_LEFT = 'dstack/lineLeft';

interface Typing {
  readonly position: Position;
  readonly timer: NodeJS.Timeout;
  /** Whether problems were held back and must be shown later. */
  isHolding: boolean;
}

/**
 * Holds back problems that exist only because a line is being typed, until there is a pause, the cursor leaves the
 * line, or another line is changed. Nothing is held back after opening, pasting and changes of several lines.
 */
export class Calm {
  private readonly byUri = new Map<string, Typing>();

  /** @param finished called when held-back problems must be shown */
  constructor(
    private readonly session: Session,
    private readonly finished: (uri: string) => void,
  ) {
    const { connection, documents } = session;
    documents.onDidChangeContent(({ document }) => this.change(document));
    documents.onDidClose(({ document }) => this.forget(document.uri));
    connection.onNotification(LINE_LEFT, (params?: { textDocument?: { uri?: unknown } } | null) =>
      this.finish(String(params?.textDocument?.uri)),
    );
  }

  /** The problems of a document to show now; undefined for all of them. */
  shown(analysis: Analysis): Shown | undefined {
    const typing = this.byUri.get(analysis.source.uri);
    if (!typing) return undefined;
    const shown = analysis.failures.attempt(
      'problems of an unfinished line',
      () => whileTyping(analysis, typing.position),
      undefined,
    );
    typing.isHolding = shown !== undefined;
    return shown;
  }

  private change(document: TextDocument): void {
    const { uri } = document;
    this.forget(uri);
    const position = this.session.typedAt(document);
    if (!position) return;
    const timer = setTimeout(() => this.finish(uri), REST);
    // In a browser it is a number.
    if (typeof timer === 'object') timer.unref();
    this.byUri.set(uri, { position, timer, isHolding: false });
  }

  private finish(uri: string): void {
    const isHolding = this.byUri.get(uri)?.isHolding;
    this.forget(uri);
    if (isHolding) this.finished(uri);
  }

  private forget(uri: string): void {
    clearTimeout(this.byUri.get(uri)?.timer);
    this.byUri.delete(uri);
  }
}

/**
 * Milliseconds from a change to the check of a document: about as long as the check takes, and 0 if the change was not
 * typed. So checks use at most half of the time, however fast the user types.
 */
export function typingPause({ typedAt }: Session, document: TextDocument): number {
  return typedAt(document)
    ? Math.min(document.getText().length / PER_MILLISECOND, LONGEST_PAUSE)
    : 0;
}
