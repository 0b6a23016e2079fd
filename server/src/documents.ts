import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis } from './language';

/** The analyses of open documents: at most one a document, of its newest version, dropped when it closes. */
export class Analyses {
  private readonly byUri = new Map<
    string,
    { readonly version: number; readonly analysis: Analysis }
  >();

  of(document: TextDocument): Analysis {
    const known = this.byUri.get(document.uri);
    if (known?.version === document.version) return known.analysis;
    const analysis = new Analysis({ uri: document.uri, text: document.getText() });
    this.byUri.set(document.uri, { version: document.version, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}
