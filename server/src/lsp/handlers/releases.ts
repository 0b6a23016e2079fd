import { complete } from '../../disk/files';
import { Turns } from '../../disk/turns';
import { pathOf } from '../../disk/uris';
import {
  DSTACK_VERSION,
  releaseAnswer,
  releaseIn,
  UpgradeReport,
  type TextSource,
} from '../../language';
import { cancellable, cancelled, type DocumentParams } from '../handler';
import type { Session } from '../session';

/** Serves what is about releases of dstack: which one judges a file, and what another one changes. */
export function serveReleases(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    'dstack/release',
    cancellable(session, 'dstack/release', null, ({ textDocument: { uri } }: DocumentParams) =>
      complete(session.files, () =>
        releaseAnswer(judged(session, uri), session.environment.translate),
      ),
    ),
  );
  connection.onRequest(
    'dstack/upgrade',
    cancellable(session, 'dstack/upgrade', null, async (asked: UpgradeParams, token) => {
      const [from, to] = [releaseIn(asked.from), releaseIn(asked.to ?? DSTACK_VERSION)];
      if (from === undefined || to === undefined)
        return session.refusal('A release of dstack is needed, such as 0.20.29.', 'InvalidParams');
      const report = new UpgradeReport(from, to);
      const turns = new Turns();
      for await (const { path, source } of configurations(session)) {
        if (turns.isOver) await turns.next();
        if (token.isCancellationRequested) return cancelled(session);
        report.add(path, source, session.workspace);
      }
      return report.end();
    }),
  );
}

interface UpgradeParams {
  readonly from: string;
  /** By default the newest release that is known. */
  readonly to?: string;
}

/** What decides on the release of a file: the analysis of an open document, else the place of the file. */
function judged({ documents, analyses, releases }: Session, uri: string) {
  const document = documents.get(uri);
  return document ? analyses.of(document) : releases.environmentOf(uri);
}

/** All configurations of the workspace in the order of their URIs, as they are in the editor if they are open there. */
async function* configurations({ workspace, documents }: Session) {
  if (!workspace) return;
  await workspace.ready;
  const uris = [...workspace.index.all()].map(({ uri }) => uri).sort();
  const look = await workspace.look().fetched(uris.flatMap((uri) => pathOf(uri) ?? []));
  for (const uri of uris) {
    const text = documents.get(uri)?.getText();
    const source: TextSource | undefined =
      text === undefined ? workspace.analyse(uri, look)?.source : { uri, text };
    if (source) yield { path: workspace.pathOf(uri), source };
  }
}
