import { fixAll, type Analysis } from '../language';
import { unifiedDiff } from './diff';
import { printedPath } from './printed';
import type { Source } from './source';
import { replaceFile } from './write';

/** What is done with a fixed file: it is written, or the changes are shown. */
export type FixMode = 'write' | 'diff';

/**
 * Fixes a file and gives what is then known about it. A file that cannot be parsed, or has bytes that are not UTF-8, is left
 * as it is. The text of standard input goes to `out`, fixed or not; so does the diff. Throws where writing fails.
 */
export function fixFile(
  source: Source,
  analysis: Analysis,
  mode: FixMode,
  out: (text: string | Uint8Array) => void,
): Analysis {
  const fixed = source.notUtf8 ? analysis : fixAll(analysis);
  const { text } = fixed.source;
  if (mode === 'diff') out(unifiedDiff(printedPath(source.file), source.text, text));
  else if (!source.origin) out(source.notUtf8 ? source.bytes : text);
  else if (text !== source.text) replaceFile(source.origin, text);
  return fixed;
}
