import type { CompletionItem, Position, Range, SelectionRange } from 'vscode-languageserver-types';
import * as language from '../../../server/src/language';
import { Analysis } from '../../../server/src/language';
import { checkContains, checkEdits, checkRange, checkWithin, cursorsIn } from '../places';
import { holds } from '../target';
import { within } from '../../../test/support/check/within';

const FORMAT = { lists: 'indented', quotes: 'single' } as const;

/** The requests at a cursor, at every place: completion, hover, highlights, selection, typing. */
export function cursor(text: string): void {
  const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
  for (const at of cursorsIn(analysis)) {
    const items =
      language.completion(within(analysis, { client: { snippets: true } }), { position: at })
        ?.items ?? [];
    checkItems(items, at, analysis);
    const hover = language.hover(within(analysis, { now: () => 0 }), { position: at });
    if (hover?.range) {
      checkRange(hover.range, analysis, 'hover');
      checkContains(hover.range, at, 'hover');
    }
    holds(hover === null || JSON.stringify(hover.contents).length > 30, 'a hover says something');
    checkSelection(language.selectionRanges(analysis, { positions: [at] }), at, analysis);
    for (const { range } of language.documentHighlights(analysis, { position: at }))
      checkRange(range, analysis, 'highlight');
    checkLinked(analysis, at);
    checkEdits(
      language.formatOnType(within(analysis, { settings: { format: FORMAT } }), { position: at }),
      analysis,
      'formatting on Enter',
    );
  }
  for (const at of OUTSIDE) {
    language.completion(within(analysis, { client: { snippets: true } }), { position: at });
    language.hover(within(analysis, { now: () => 0 }), { position: at });
    language.selectionRanges(analysis, { positions: [at] });
    language.formatOnType(within(analysis, { settings: { format: FORMAT } }), { position: at });
  }
}

/** What a client with another version of the text may ask for. */
const OUTSIDE: readonly Position[] = [
  { line: 0, character: 1e6 },
  { line: 1e6, character: 0 },
  { line: 2147483647, character: 2147483647 },
];

function checkItems(items: readonly CompletionItem[], at: Position, analysis: Analysis): void {
  const ranges = new Map<string, Range>();
  for (const { label, textEdit, additionalTextEdits = [] } of items) {
    holds(label.trim() !== '', 'what is offered has a name');
    if (!textEdit || !('range' in textEdit)) continue;
    checkEdits(additionalTextEdits, analysis, 'completion beside the cursor');
    const { start, end } = textEdit.range;
    ranges.set(
      `${String(start.character)} ${String(end.character)} ${String(end.line)}`,
      textEdit.range,
    );
  }
  for (const range of ranges.values()) {
    checkRange(range, analysis, 'completion');
    checkContains(range, at, 'completion');
    const isOnLine = range.start.line === at.line && range.end.line === at.line;
    holds(isOnLine, 'what completion replaces is on the line of the cursor');
  }
}

function checkSelection(
  [first]: readonly SelectionRange[],
  at: Position,
  analysis: Analysis,
): void {
  holds(first !== undefined, 'there is always something to select');
  checkContains(first.range, at, 'selection');
  for (let one: SelectionRange | undefined = first; one; one = one.parent) {
    checkRange(one.range, analysis, 'selection');
    if (one.parent) checkWithin(one.range, one.parent.range, 'selection');
  }
}

/** Text that is typed at one of the places is typed at all of them, so they must have the same text now. */
function checkLinked(analysis: Analysis, at: Position): void {
  const { text, lines } = analysis.tree;
  const texts = (language.linkedEditing(analysis, { position: at })?.ranges ?? []).map((range) => {
    checkRange(range, analysis, 'linked editing');
    return text.slice(lines.offset(range.start), lines.offset(range.end));
  });
  holds(new Set(texts).size <= 1, 'what is typed as one is the same text', () => texts);
}
