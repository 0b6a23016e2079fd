import type { Editor } from './editor';
import type { Suggestion } from './suggestion';

/** A key with another effect than the intended one. */
export interface Slip {
  /** From 0. */
  readonly line: number;
  readonly meant: string;
  /** The line, and the beginning of the next one if something was written there. */
  readonly became: string;
  readonly accepted: Suggestion | undefined;
}

/** What happened while a text was written. */
export interface Written {
  readonly slips: readonly Slip[];
  readonly enters: number;
  /** Characters that the editor wrote and the hand deleted, without indentation. */
  readonly takenBack: number;
  /** How many keys were completed by Tab, and how many had another suggestion as the first. */
  readonly completed: number;
  readonly others: number;
}

/** Maximum number of keys for a character; more would be a mistake in the hand. */
const PATIENCE = 20;

/**
 * Writes the rest of `target` into an editor as a person does: presses the key of the next character, Enter at the end
 * of a line, deletes unwanted text and does not write text that already exists. `halves` has, by the offset of its
 * middle, each key that is completed by Tab if it is the first suggestion.
 */
export async function write(
  editor: Editor,
  target: string,
  halves: ReadonlyMap<number, string> = new Map(),
): Promise<Written> {
  const { document } = editor;
  const lines = target.split('\n');
  const slips: Slip[] = [];
  const counts = { enters: 0, takenBack: 0, completed: 0, others: 0 };
  const tried = new Set<number>();
  const enter = async () => {
    const { line } = document.cursor;
    // A user who was surprised once looks at the list and closes it.
    if (slips.some((slip) => slip.line === line)) editor.escape();
    const accepted = await editor.enter();
    counts.enters++;
    const meant = lines[line] ?? '';
    if (accepted) slips.push({ line, meant, became: becameOf(editor, line), accepted });
  };
  for (let left = target.length * PATIENCE; ; left--) {
    if (left < 0) throw new Error(`cannot write\n${target}\nbut\n${document.text}`);
    const before = document.textBefore;
    const rest = target.slice(before.length);
    const name = halves.get(before.length);
    const isPrefix = target.startsWith(before);
    if (isPrefix && name !== undefined && !tried.has(before.length)) {
      tried.add(before.length);
      if (editor.focused?.label === name) {
        await editor.tab();
        counts.completed++;
      } else counts.others++;
    } else if (rest !== '' && isBlank(document.before) && isMeantBlank(before, target)) {
      await enter();
    } else if (!isPrefix) {
      if (!isBlank(document.before)) counts.takenBack++;
      await editor.backspace();
    } else if (rest === '') {
      if (document.textAfter === '') break;
      counts.takenBack++;
      await editor.delete();
    } else if (!rest.startsWith('\n')) {
      const accepted = await editor.type(rest.charAt(0));
      const { line } = document.cursor;
      const meant = lines[line] ?? '';
      if (accepted) slips.push({ line, meant, became: becameOf(editor, line), accepted });
    } else if (
      document.after !== '' &&
      !rest.slice(1).trimStart().startsWith(document.after.trim())
    ) {
      counts.takenBack++;
      await editor.delete();
    } else await enter();
  }
  return { slips, ...counts };
}

/** A line as it is now, with what was written below it. */
export function becameOf({ document }: Editor, line: number): string {
  const below = document.lines.slice(line + 1).filter((one) => one.trim() !== '');
  return [document.lines[line] ?? '', ...below.map((one) => one.trim())].join(' ⏎ ');
}

/** Whether a text is as intended up to the indentation of its last line, which must stay blank. */
function isMeantBlank(before: string, target: string): boolean {
  return target.startsWith(`${before.replace(/ +$/, '')}\n`);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
