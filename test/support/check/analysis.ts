import { Analysis } from '../../../server/src/language/analysis';
import { cursorIn } from './cursor';
import type { Position, Range } from 'vscode-languageserver-types';

export function analysisOf(text: string, uri = 'file:///w/.dstack.yml'): Analysis {
  return new Analysis({ uri, text });
}

/** The analysis of a text without its `$0`, and the place of the `$0`. */
export function atCursor(marked: string): { analysis: Analysis; position: Position } {
  const { text, offset } = cursorIn(marked);
  const analysis = analysisOf(text);
  return { analysis, position: analysis.tree.lines.position(offset) };
}

/** The text of a range. */
export function textAt({ tree: { text, lines } }: Analysis, { start, end }: Range): string {
  return text.slice(lines.offset(start), lines.offset(end));
}
