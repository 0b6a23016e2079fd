import type { Delay } from './delay';
import type { Sample } from '../../../test/support/oracle/corpus';
import type { Desk } from './desk';
import type { Editor } from './editor';
import { becameOf, type Slip } from './hand';

/** What Enter did at the end of a line. */
export interface LineResult {
  readonly sample: Sample;
  readonly slip: Slip | undefined;
}

/**
 * Types each line of a file that is not blank below the lines before it, from its indentation on, then Enter. It is a
 * slip if the line differs from what was typed, or if there is no new line.
 */
export async function typeLines(sample: Sample, desk: Desk, delay: Delay): Promise<LineResult[]> {
  const results: LineResult[] = [];
  const lines = sample.text.split('\n');
  for (const [line, meant] of lines.entries()) {
    if (meant.trim() === '') continue;
    const indentation = /^\s*/.exec(meant)?.[0] ?? '';
    const text = [...lines.slice(0, line), indentation].join('\n');
    const slip = await desk.edit(sample, text, delay, (editor) => typeLine(editor, line, meant));
    results.push({ sample, slip });
  }
  return results;
}

async function typeLine(editor: Editor, line: number, meant: string): Promise<Slip | undefined> {
  const { document } = editor;
  let accepted;
  for (const character of meant.trimStart()) accepted = (await editor.type(character)) ?? accepted;
  accepted = (await editor.enter()) ?? accepted;
  const isRight = document.lines[line] === meant && document.cursor.line === line + 1;
  if (isRight && !accepted) return undefined;
  return { line, meant, became: becameOf(editor, line), accepted };
}
