import { CodeActionKind, type Position } from 'vscode-languageserver-types';
import { hurry } from '../../../server/src/lsp/time-budget';
import * as language from '../../../server/src/language';
import type { Analysis, Workspace } from '../../../server/src/language';
import { workspaceOf } from './workspace';

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
  'code actions': (analysis, at) =>
    language.codeActions(
      analysis,
      { start: at, end: at },
      { diagnostics: [] },
      1,
      hurried(analysis),
    ),
  definition: (analysis, at) => language.definition(analysis, at, aloneIn(analysis)),
  references: (analysis, at) => language.references(analysis, at, true, aloneIn(analysis)),
  'preparing a renaming': language.prepareRename,
  renaming: (analysis, at) => language.rename(analysis, at, 'renamed', aloneIn(analysis)),
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
  'code lenses': (analysis) => language.codeLenses(analysis, aloneIn(analysis)),
  'how it is read': language.asRead,
  'fixing all': (analysis) =>
    language.codeActions(
      analysis,
      ALL,
      { diagnostics: [], only: [CodeActionKind.SourceFixAll] },
      1,
      hurried(analysis),
    ),
  'diagnostics of the workspace': (analysis) =>
    language.diagnostics(analysis, undefined, aloneIn(analysis)),
  'symbols of the workspace': (analysis) => language.workspaceSymbols('a', aloneIn(analysis)),
};

const ALL = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** As the server asks for code actions: what is not tried in this time is not offered. */
function hurried({ source }: Analysis): language.CodeActionOptions {
  return { patience: hurry(performance.now(), 400, source.text.length) };
}

/** A workspace with nothing but this document in it, whose summary the server makes once a version. */
function aloneIn(analysis: Analysis): Workspace {
  const { uri } = analysis.source;
  const workspace = workspaceOf(uri);
  workspace.index.put(analysis.summary);
  workspace.index.complete = true;
  return workspace;
}
