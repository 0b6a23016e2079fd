import type { Delay } from './delay';
import { SCHEMAS } from '../../../server/src/language/schema';
import type { Sample } from '../../../test/support/oracle/corpus';
import { sitesOf } from '../../../test/support/generate/text-sites';
import type { Desk } from './desk';
import { write, type Written } from './hand';

/** The result for a file that was typed from its first line to its last. */
export interface FileResult extends Written {
  readonly sample: Sample;
  readonly isEqual: boolean;
}

/** Types a whole file into an empty document, each half-typed key completed by Tab if asked. */
export async function typeFile(
  sample: Sample,
  desk: Desk,
  delay: Delay,
  completeKeys: boolean,
): Promise<FileResult> {
  const target = targetOf(sample);
  const halves = completeKeys ? halfTypedKeys({ ...sample, text: target }) : undefined;
  return desk.edit(sample, '', delay, async (editor) => {
    const written = await write(editor, target, halves);
    return { ...written, sample, isEqual: editor.document.text === target };
  });
}

/** The part of a file that is typed: all but white space at the end of its lines. */
export function targetOf({ text }: Sample): string {
  return text.trimEnd().replace(/ +$/gm, '');
}

/** The names of the properties of a file, by the offset at which half of their characters are typed. */
export function halfTypedKeys({ text, kind }: Sample): Map<number, string> {
  const halves = new Map<number, string>();
  for (const { key, flow } of sitesOf(text, SCHEMAS[kind])) {
    if (!key || flow || key.end - key.start < 2) continue;
    halves.set(key.start + Math.ceil((key.end - key.start) / 2), text.slice(key.start, key.end));
  }
  return halves;
}
