import type { DocumentDiagnosticReport, FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { relatedFiles, type Analysis } from '../../language';
import { otherProblemsOf, ownId, problemsOf, resultId, resultIdOf } from './result';
import type { Session } from '../session';

type Reports = Record<string, FullDocumentDiagnosticReport>;

/**
 * The problems of other files that depend on names of a document (`relatedDocuments` of `textDocument/diagnostic`):
 * files that define the same name, and files that refer to it. Each is reported again only if it differs, and once more
 * when it no longer depends on the document. What was reported is kept while the document is open.
 */
export class RelatedDocuments {
  /** For each open document the files that were reported with it, and the result ids of those reports. */
  private readonly told = new Map<string, Map<string, string>>();

  constructor(private readonly session: Session) {
    session.documents.onDidClose(({ document }) => this.told.delete(document.uri));
  }

  /** The report, with the changes in other files. */
  async add(
    report: DocumentDiagnosticReport,
    analysis: Analysis,
  ): Promise<DocumentDiagnosticReport> {
    const relatedDocuments = await this.news(analysis);
    return Object.keys(relatedDocuments).length > 0 ? { ...report, relatedDocuments } : report;
  }

  private async news(analysis: Analysis): Promise<Reports> {
    const { workspace, documents } = this.session;
    const { uri } = analysis.source;
    if (!workspace || !documents.get(uri)) return {};
    const related = new Set(relatedFiles(analysis.summary, workspace));
    const before = this.told.get(uri) ?? new Map<string, string>();
    const now = new Map<string, string>();
    const reports = new Map<string, FullDocumentDiagnosticReport>();
    for (const file of new Set([...before.keys(), ...related])) {
      const known = before.get(file);
      const report = await this.reportOn(file, known);
      if (report) reports.set(file, report);
      const id = report?.resultId ?? known;
      if (related.has(file) && id !== undefined) now.set(file, id);
    }
    this.told.set(uri, now);
    return Object.fromEntries(reports);
  }

  /** Undefined if the problems of a file are those of `known`, or if the file is not reported. */
  private async reportOn(
    uri: string,
    known: string | undefined,
  ): Promise<FullDocumentDiagnosticReport | undefined> {
    const { documents, analyses, workspace, settings } = this.session;
    const document = documents.get(uri);
    if (!document && !settings.workspaceValidation) return undefined;
    const summary = workspace?.index.get(uri);
    const hash = workspace?.hashOf(uri);
    if (!document && summary && hash !== undefined) {
      const others = otherProblemsOf(this.session, summary);
      if (resultId(this.session, ownId(this.session, uri, hash), others) === known)
        return undefined;
    }
    const analysis = document ? analyses.of(document) : workspace?.analyse(uri);
    if (!analysis) return undefined;
    const id = resultIdOf(this.session, analysis);
    if (id === known) return undefined;
    return { kind: 'full', resultId: id, items: problemsOf(this.session, () => analysis) };
  }
}
