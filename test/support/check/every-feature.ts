import { CodeActionKind, type Position } from 'vscode-languageserver-types';
import { startBudget } from '../../../server/src/lsp/time-budget';
import * as language from '../../../server/src/language';
import { Analysis, environmentOf, type TextSource } from '../../../server/src/language';
import { workspaceOf } from './workspace';

const OPTIONS = { tabSize: 2, insertSpaces: true };
const SETTINGS = {
  format: { lists: 'indented', quotes: 'single' },
  inlayHints: { meanings: true, defaults: true },
} as const;

/** A document that requests are about. Each analysis is made on first use, as the server makes one per version. */
export class Subject {
  private aloneMade: Analysis | undefined;
  private amidMade: Analysis | undefined;

  constructor(private readonly source: TextSource) {}

  /** Without a workspace. */
  get alone(): Analysis {
    return (this.aloneMade ??= new Analysis(
      this.source,
      environmentOf({ now: () => 0, settings: SETTINGS }),
    ));
  }

  /** In a workspace with only this document. */
  get amid(): Analysis {
    if (this.amidMade) return this.amidMade;
    const workspace = workspaceOf(this.source.uri);
    this.amidMade = new Analysis(
      this.source,
      environmentOf({ now: () => 0, settings: SETTINGS, workspace }),
    );
    workspace.index.put(this.amidMade.summary);
    workspace.index.complete = true;
    return this.amidMade;
  }
}

/** Every request about a place, as the server asks the language service. A new feature needs a line here. */
export const AT_A_PLACE: Readonly<Record<string, (subject: Subject, at: Position) => unknown>> = {
  completion: (subject, at) => language.completion(subject.alone, { position: at }),
  hover: (subject, at) => language.hover(subject.alone, { position: at }),
  'on-type formatting': (subject, at) => language.formatOnType(subject.alone, { position: at }),
  'signature help': (subject, at) =>
    language.signatureHelp(subject.alone, {
      position: at,
      context: { triggerKind: 1, isRetrigger: false },
    }),
  'selection ranges': (subject, at) => language.selectionRanges(subject.alone, { positions: [at] }),
  'document highlights': (subject, position) =>
    language.documentHighlights(subject.alone, { position }),
  'linked editing': (subject, position) => language.linkedEditing(subject.alone, { position }),
  'code actions': (subject, at) =>
    language.codeActions(subject.alone, {
      range: { start: at, end: at },
      context: { diagnostics: [] },
      version: 1,
      budget: hurried(subject.alone),
    }),
  definition: (subject, at) => language.definition(subject.amid, { position: at }),
  references: (subject, at) =>
    language.references(subject.amid, {
      position: at,
      context: { includeDeclaration: true },
    }),
  'preparing a renaming': (subject, position) =>
    language.prepareRename(subject.alone, { position }),
  renaming: (subject, at) =>
    language.rename(subject.amid, {
      position: at,
      newName: 'renamed',
    }),
};

/** Every request about a whole document. */
export const OF_A_DOCUMENT: Readonly<Record<string, (subject: Subject) => unknown>> = {
  diagnostics: (subject) => language.diagnostics(subject.alone),
  formatting: (subject) =>
    language.formatDocument(subject.alone, {
      options: OPTIONS,
    }),
  'document symbols': (subject) => language.documentSymbols(subject.alone),
  'folding ranges': (subject) => language.foldingRanges(subject.alone),
  'document links': (subject) => language.documentLinks(subject.alone),
  'semantic tokens': (subject) => language.semanticTokens(subject.alone),
  'inlay hints': (subject) => {
    const end = subject.alone.tree.lines.position(subject.alone.source.text.length);
    return language.inlayHints(subject.alone, {
      range: { start: { line: 0, character: 0 }, end },
    });
  },
  'code lenses': (subject) => language.codeLenses(subject.amid),
  'how it is read': (subject) => language.asRead(subject.alone),
  'what is planned': (subject) => language.planInput(subject.alone),
  'fixing all': (subject) =>
    language.codeActions(subject.alone, {
      range: ALL,
      context: { diagnostics: [], only: [CodeActionKind.SourceFixAll] },
      version: 1,
      budget: hurried(subject.alone),
    }),
  'diagnostics of the workspace': (subject) => language.diagnostics(subject.amid),
  'symbols of the workspace': (subject) =>
    language.workspaceSymbols(subject.amid.environment, { query: 'a' }),
};

const ALL = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** As the server asks for code actions: fixes that are not tried in this time are not offered. */
function hurried({ source }: Analysis): () => boolean {
  return startBudget(performance.now(), 400, source.text.length);
}
