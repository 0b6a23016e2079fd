import type { CompletionParams, InitializeParams } from 'vscode-languageserver';
import { cancellable, documentHandler } from '../handler';
import { readsDefaults, withDefaults } from './item-defaults';
import { asksForDocumentation, ItemDocumentation } from './item-documentation';
import { completion, openCompletion, type Analysis } from '../../language';
import type { Session } from '../session';

/** Serves `textDocument/completion` and, to a client that asks for documentation, `completionItem/resolve`. */
export function serveCompletion(session: Session, params: InitializeParams): void {
  const { connection } = session;
  const isLazy = asksForDocumentation(params);
  const isShort = readsDefaults(params);
  const texts = new ItemDocumentation();
  const listAt = (analysis: Analysis, at: CompletionParams) => {
    if (!isLazy) return completion(analysis, at);
    const list = openCompletion(analysis, at);
    return list && texts.keep(list);
  };
  const serve = (analysis: Analysis, at: CompletionParams) => {
    const list = listAt(analysis, at);
    return list && isShort ? withDefaults(list) : list;
  };
  connection.onCompletion(documentHandler(session, 'textDocument/completion', serve, null));
  if (!isLazy) return;
  // If this fails, the item stays as it is.
  connection.onCompletionResolve((item, token) =>
    cancellable(session, 'completionItem/resolve', item, texts.resolve.bind(texts))(item, token),
  );
}
