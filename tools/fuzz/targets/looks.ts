import type { DocumentSymbol, Range, SemanticTokens } from 'vscode-languageserver-types';
import * as language from '../../../server/src/language';
import { Analysis } from '../../../server/src/language';
import { coerce } from '../../../server/src/language/coerce/coerce';
import { checkRange, checkWithin } from '../places';
import { holds } from '../target';
import { within } from '../../../test/support/check/within';

const HINTS = { meanings: true, defaults: true };

/** The requests about a whole document: outline, folding, colours, links, hints, lenses, and how it is read. */
export function looks(text: string): void {
  const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
  const { lines } = analysis.tree;
  const all: Range = { start: { line: 0, character: 0 }, end: lines.position(text.length) };
  checkSymbols(language.documentSymbols(analysis), all, analysis);
  checkFolding(analysis);
  checkTokens(language.semanticTokens(analysis), analysis);
  checkTokens(language.semanticTokens(analysis, { range: all }), analysis);
  for (const { range, target = '' } of language.documentLinks(analysis)) {
    checkRange(range, analysis, 'link');
    holds(/^(https|file):\/\//.test(target), 'a link leads to a page or a file', () => target);
  }
  for (const { position, label } of language.inlayHints(
    within(analysis, { settings: { inlayHints: HINTS } }),
    { range: all },
  )) {
    checkRange({ start: position, end: position }, analysis, 'hint');
    holds(label !== '', 'a hint has a text');
  }
  for (const { range } of language.codeLenses(analysis)) checkRange(range, analysis, 'lens');
  checkAsRead(analysis);
}

function checkSymbols(symbols: readonly DocumentSymbol[], outer: Range, analysis: Analysis): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    holds(name !== '', 'a symbol has a name');
    checkRange(range, analysis, 'symbol');
    checkRange(selectionRange, analysis, 'selection of a symbol');
    checkWithin(selectionRange, range, 'symbol and its selection');
    checkWithin(range, outer, 'symbol and the one around it');
    checkSymbols(children, range, analysis);
  }
}

function checkFolding(analysis: Analysis): void {
  let last = -1;
  for (const { startLine, endLine } of language.foldingRanges(analysis)) {
    holds(last < startLine, 'folds are in order, one per line');
    const isInText = startLine < endLine && endLine < analysis.tree.lines.count;
    holds(isInText, 'a fold has several lines of the text', () => [startLine, endLine]);
    last = startLine;
  }
}

function checkTokens({ data }: SemanticTokens, analysis: Analysis): void {
  const { lines } = analysis.tree;
  const { tokenTypes } = language.SEMANTIC_TOKENS_LEGEND;
  holds(data.length % 5 === 0, 'a token has five numbers');
  let [line, character, end] = [0, 0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index, index + 4);
    holds(down >= 0 && right >= 0 && length > 0, 'tokens are in order and not empty');
    [line, character] = [line + down, down === 0 ? character + right : right];
    holds(down > 0 || character >= end, 'tokens do not overlap');
    end = character + length;
    const isInLine = lines.start(line) + end <= lines.end(line);
    holds(line < lines.count && isInLine, 'a token lies in its line', () => [
      line,
      character,
      length,
    ]);
    holds(type in tokenTypes, 'a token has a known type');
  }
}

/** The preview of a file is YAML, and means what the file means. */
function checkAsRead({ source, problems }: Analysis): void {
  const read = language.asRead(new Analysis(source));
  if (read === undefined) return;
  const preview = new Analysis({ uri: source.uri, text: read });
  holds(!preview.tree.broken, 'how a file is read is YAML', () => [read, preview.problems[0]]);
  if (problems.some(({ severity }) => severity === 'error')) return;
  const [own, shown] = [new Analysis(source), preview].map(({ tree, bound }) =>
    tree.root ? coerce(tree.root, bound.root).value : undefined,
  );
  holds(isIn(own, shown), 'how a file is read shows all that it sets', () => read);
}

/** Whether `part` says only what `whole` says; null says nothing, and `-0` is 0. */
function isIn(part: unknown, whole: unknown): boolean {
  if (part === null || part === whole || Object.is(part, whole)) return true;
  if (typeof part !== 'object' || typeof whole !== 'object' || !whole) return false;
  const entries = Object.entries(whole);
  const others = new Map<string, unknown>(entries);
  if (Array.isArray(part) && part.length !== entries.length) return false;
  return Object.entries(part as object).every(([key, value]) => isIn(value, others.get(key)));
}
