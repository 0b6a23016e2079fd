import type { DiagnosticsDelivery } from '../diagnostics/delivery';
import { documentHandler } from '../handler';
import * as language from '../../language';
import { isSameData } from '../same-data';
import type { Session } from '../session';
import { property } from '../property';

/**
 * Serves what connects the editor with the user's server of dstack: the client asks that server, and says what it has
 * learned. Nothing here has a network.
 */
export function serveLive(session: Session, delivery: DiagnosticsDelivery): void {
  const { connection } = session;
  let hasWarned = false;
  connection.onNotification('dstack/liveFacts', (params: unknown) => {
    const sent = property(params, 'facts') ?? null;
    const live = language.readFacts(sent);
    if (!live && sent !== null && !hasWarned) {
      hasWarned = true;
      connection.console.warn(
        'The facts of `dstack/liveFacts` are not as docs/lsp.md describes them.',
      );
    }
    // Facts that cannot be read are not left as they were: they would be too old.
    const before = session.environment.live;
    session.environment = { ...session.environment, live };
    if (!isSameData(untimed(live), untimed(before))) delivery.environmentChanged();
  });
  connection.onRequest(
    'dstack/planInput',
    documentHandler(
      session,
      'dstack/planInput',
      (analysis) => language.planInput(analysis) ?? null,
      null,
    ),
  );
}

/** The facts without their time, which no problem has in it: a client may send the same facts each minute. */
function untimed(facts: language.LiveFacts | undefined): object | undefined {
  return facts && { ...facts, asOf: '' };
}
