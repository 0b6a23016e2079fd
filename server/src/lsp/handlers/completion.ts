import type { CompletionParams, InitializeParams } from 'vscode-languageserver';
import { cancellable, documentHandler } from '../handler';
import { asksForDocumentation, ItemDocumentation } from './item-documentation';
import { completion, type Analysis } from '../../language';
import type { Session } from '../session';

/** Serves `textDocument/completion` and, to a client that asks for documentation, `completionItem/resolve`. */
export function serveCompletion(session: Session, params: InitializeParams): void {
  const { connection } = session;
  const isLazy = asksForDocumentation(params);
  const texts = new ItemDocumentation();
  const serve = (analysis: Analysis, at: CompletionParams) => {
    const list = completion(analysis, at);
    return isLazy && list ? texts.keep(list) : list;
  };
  connection.onCompletion(documentHandler(session, 'textDocument/completion', serve, null));
  if (!isLazy) return;
  // If this fails, the item stays as it is.
  connection.onCompletionResolve((item, token) =>
    cancellable(session, 'completionItem/resolve', item, texts.resolve.bind(texts))(item, token),
  );
}
