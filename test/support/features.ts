import * as language from '../../server/src/language';
import type { Analysis } from '../../server/src/language';
import type { Position } from 'vscode-languageserver-types';

const OPTIONS = { tabSize: 2, insertSpaces: true };
const FORMAT = { lists: 'indented', quotes: 'single' } as const;
const HINTS = { meanings: true, defaults: true };

/** Every request about a place, as the server asks the language service. A new feature is a line here. */
export const AT_A_PLACE: Readonly<Record<string, (analysis: Analysis, at: Position) => unknown>> = {
  completion: (analysis, at) => language.completion(analysis, at, { snippets: true }),
  hover: (analysis, at) => language.hover(analysis, at, { now: 0 }),
  'on-type formatting': (analysis, at) => language.formatOnType(analysis, at, FORMAT),
  'signature help': (analysis, at) => language.signatureHelp(analysis, at, true),
  'selection ranges': (analysis, at) => language.selectionRanges(analysis, [at]),
  'document highlights': language.documentHighlights,
  'linked editing': language.linkedEditing,
};

/** Every request about a whole document. */
export const OF_A_DOCUMENT: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
  diagnostics: (analysis) => language.diagnostics(analysis),
  formatting: (analysis) => language.formatDocument(analysis, OPTIONS, FORMAT),
  'document symbols': language.documentSymbols,
  'folding ranges': language.foldingRanges,
  'document links': (analysis) => language.documentLinks(analysis),
  'semantic tokens': (analysis) => language.semanticTokens(analysis),
  'inlay hints': (analysis) => {
    const end = analysis.tree.lines.position(analysis.source.text.length);
    return language.inlayHints(analysis, { start: { line: 0, character: 0 }, end }, HINTS);
  },
  'code lenses': language.codeLenses,
  'how it is read': language.asRead,
};
