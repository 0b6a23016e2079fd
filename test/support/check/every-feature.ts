import { CodeActionKind, type Position } from 'vscode-languageserver-types';
import { startBudget } from '../../../server/src/lsp/time-budget';
import * as language from '../../../server/src/language';
import type { Analysis, Workspace } from '../../../server/src/language';
import { workspaceOf } from './workspace';
import { within } from './within';
import { environmentOf } from '../../../server/src/language';

const OPTIONS = { tabSize: 2, insertSpaces: true };
const FORMAT = { lists: 'indented', quotes: 'single' } as const;
const HINTS = { meanings: true, defaults: true };

/** Every request about a place, as the server asks the language service. A new feature is a line here. */
export const AT_A_PLACE: Readonly<Record<string, (analysis: Analysis, at: Position) => unknown>> = {
  completion: (analysis, at) =>
    language.completion(within(analysis, { client: { snippets: true } }), { position: at }),
  hover: (analysis, at) => language.hover(within(analysis, { now: () => 0 }), { position: at }),
  'on-type formatting': (analysis, at) =>
    language.formatOnType(within(analysis, { settings: { format: FORMAT } }), { position: at }),
  'signature help': (analysis, at) =>
    language.signatureHelp(analysis, {
      position: at,
      context: { triggerKind: 1, isRetrigger: false },
    }),
  'selection ranges': (analysis, at) => language.selectionRanges(analysis, { positions: [at] }),
  'document highlights': (analysis, position) =>
    language.documentHighlights(analysis, { position }),
  'linked editing': (analysis, position) => language.linkedEditing(analysis, { position }),
  'code actions': (analysis, at) =>
    language.codeActions(analysis, {
      range: { start: at, end: at },
      context: { diagnostics: [] },
      version: 1,
      budget: hurried(analysis),
    }),
  definition: (analysis, at) =>
    language.definition(within(analysis, { workspace: aloneIn(analysis) }), { position: at }),
  references: (analysis, at) =>
    language.references(within(analysis, { workspace: aloneIn(analysis) }), {
      position: at,
      context: { includeDeclaration: true },
    }),
  'preparing a renaming': (analysis, position) => language.prepareRename(analysis, { position }),
  renaming: (analysis, at) =>
    language.rename(within(analysis, { workspace: aloneIn(analysis) }), {
      position: at,
      newName: 'renamed',
    }),
};

/** Every request about a whole document. */
export const OF_A_DOCUMENT: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
  diagnostics: (analysis) => language.diagnostics(analysis),
  formatting: (analysis) =>
    language.formatDocument(within(analysis, { settings: { format: FORMAT } }), {
      options: OPTIONS,
    }),
  'document symbols': language.documentSymbols,
  'folding ranges': language.foldingRanges,
  'document links': (analysis) => language.documentLinks(analysis),
  'semantic tokens': (analysis) => language.semanticTokens(analysis),
  'inlay hints': (analysis) => {
    const end = analysis.tree.lines.position(analysis.source.text.length);
    return language.inlayHints(within(analysis, { settings: { inlayHints: HINTS } }), {
      range: { start: { line: 0, character: 0 }, end },
    });
  },
  'code lenses': (analysis) =>
    language.codeLenses(within(analysis, { workspace: aloneIn(analysis) })),
  'how it is read': language.asRead,
  'fixing all': (analysis) =>
    language.codeActions(analysis, {
      range: ALL,
      context: { diagnostics: [], only: [CodeActionKind.SourceFixAll] },
      version: 1,
      budget: hurried(analysis),
    }),
  'diagnostics of the workspace': (analysis) =>
    language.diagnostics(within(analysis, { workspace: aloneIn(analysis) })),
  'symbols of the workspace': (analysis) =>
    language.workspaceSymbols(environmentOf({ workspace: aloneIn(analysis) }), { query: 'a' }),
};

const ALL = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** As the server asks for code actions: what is not tried in this time is not offered. */
function hurried({ source }: Analysis): () => boolean {
  return startBudget(performance.now(), 400, source.text.length);
}

/** A workspace with nothing but this document in it, whose summary the server makes once a version. */
function aloneIn(analysis: Analysis): Workspace {
  const { uri } = analysis.source;
  const workspace = workspaceOf(uri);
  workspace.index.put(analysis.summary);
  workspace.index.complete = true;
  return workspace;
}
