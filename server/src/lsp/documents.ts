import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis, type Environment } from '../language';

/**
 * The analyses of open documents: at most one per document, of its newest text, dropped when it closes. The text is
 * compared, not the version: a client may send a change with a version that it has sent before.
 */
export class Analyses {
  private readonly byUri = new Map<string, Analysis>();

  /** @param environmentOf everything except the text of a document; an analysis in an older one is replaced */
  constructor(private readonly environmentOf: (uri: string) => Environment) {}

  of(document: TextDocument): Analysis {
    const known = this.byUri.get(document.uri);
    const text = document.getText();
    const environment = this.environmentOf(document.uri);
    if (known?.source.text === text && known.environment === environment) return known;
    const analysis = new Analysis({ uri: document.uri, text }, environment);
    this.byUri.set(document.uri, analysis);
    return analysis;
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }
}

/**
 * Whether a document is what the user edits, and not the old side of a comparison: that has hover and colours, but no
 * problems, and its names are not those of the workspace.
 */
export function isEdited(uri: string): boolean {
  return !uri.startsWith('git:');
}
