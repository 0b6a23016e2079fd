import type * as api from './api';
import { emptyFile } from '../cli/findings';
import {
  Analysis,
  asRead,
  completion,
  DSTACK_VERSION,
  environmentOf,
  fixAll,
  formatDocument,
  hover,
  releaseIn,
  releaseInUse,
  type Environment,
} from '../language';
import { toRange } from '../language/base/lsp-range';
import { fixesFor, type Edit } from '../language/fixes';

const START = { line: 0, character: 0 };

/** The entry of the npm package; `api.d.ts` describes it. */
export const check: typeof api.check = (text, options = {}) => {
  const analysis = analysisOf({ ...options, text }, environmentFor(options));
  const empty = emptyFile('', analysis);
  if (empty)
    return empty.map(({ severity, code, message }) => ({
      ...{ severity, code, message },
      range: { start: START, end: START },
      fixes: [],
    }));
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
  fixAll(analysisOf({ ...options, text }, environmentFor(options))).analysis.source.text;

/** The language service, one function per request; `api.d.ts` describes it. */
export const createLanguage: typeof api.createLanguage = (options = {}) => {
  const environment = environmentFor(options);
  const analysed = (document: api.Document) => analysisOf(document, environment);
  return {
    complete: (document, position) => {
      const items = completion(analysed(document), { position })?.items ?? [];
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
      const { contents } = hover(analysed(document), { position }) ?? {};
      return typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
    },
    format: (document) => formatDocument(analysed(document), { options: { tabSize: 2 } }),
    resolve: (document) => asRead(analysed(document)),
  };
};

export const dstackVersion = DSTACK_VERSION;

/** A file alone, for a client without snippets and commands. */
function environmentFor({ dstackVersion: setting }: api.LanguageOptions): Environment {
  if (setting !== undefined && (typeof setting !== 'string' || !releaseIn(setting)))
    throw new TypeError('`dstackVersion` is a release of dstack such as 0.20 or 0.20.29.');
  return environmentOf({ release: releaseInUse({ setting }), client: { snippets: false } });
}

function analysisOf(
  { text, filename = '.dstack.yml' }: api.Document,
  environment: Environment,
): Analysis {
  if (typeof text !== 'string') throw new TypeError('`text` must be a string.');
  const path = filename.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return new Analysis({ uri: `file:///${path.replace(/^\/+/, '')}`, text }, environment);
}
