import type * as api from './api';
import {
  Analysis,
  asRead,
  completion,
  DSTACK_VERSION,
  environmentOf,
  fixAll,
  formatDocument,
  hover,
} from '../language';
import { toRange } from '../language/base/lsp-range';
import { fixesFor, type Edit } from '../language/fixes';

/** A file alone, for a client without snippets and commands. */
const ALONE = environmentOf({ client: { snippets: false } });

/** The entry of the npm package; `api.d.ts` describes it. */
export const check: typeof api.check = (text, options = {}) => {
  const analysis = analysisOf({ text, ...options });
  const { lines } = analysis.tree;
  const toEdit = ({ span, newText }: Edit) => ({ range: toRange(span, lines), newText });
  return analysis.problems.map((problem) => ({
    severity: problem.severity,
    code: problem.code,
    message: problem.message,
    range: toRange(problem.span, lines),
    fixes: fixesFor(analysis, problem).map(({ title, preferred, safe, edits }) => ({
      title,
      preferred,
      safe,
      edits: edits.map(toEdit),
    })),
  }));
};

/** The text after all fixes that may be made without asking; `api.d.ts` describes it. */
export const fix: typeof api.fix = (text, options = {}) =>
  fixAll(analysisOf({ text, ...options })).analysis.source.text;

/** The language service, one function per request; `api.d.ts` describes it. */
export const createLanguage: typeof api.createLanguage = () => ({
  complete: (document, position) => {
    const items = completion(analysisOf(document), { position })?.items ?? [];
    const ordered = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    return ordered.flatMap(({ label, labelDetails, documentation, textEdit }) => {
      if (!textEdit || !('range' in textEdit)) return [];
      const { description } = labelDetails ?? {};
      return {
        label,
        edit: textEdit,
        ...(description === undefined ? {} : { detail: description }),
        ...(typeof documentation === 'object' ? { documentation: documentation.value } : {}),
      };
    });
  },
  hover: (document, position) => {
    const { contents } = hover(analysisOf(document), { position }) ?? {};
    return typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
  },
  format: (document) => formatDocument(analysisOf(document), { options: { tabSize: 2 } }),
  resolve: (document) => asRead(analysisOf(document)),
});

export const dstackVersion = DSTACK_VERSION;

function analysisOf({ text, filename = '.dstack.yml' }: api.Document): Analysis {
  const path = filename.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return new Analysis({ uri: `file:///${path.replace(/^\/+/, '')}`, text }, ALONE);
}
