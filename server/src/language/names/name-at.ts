import type { Position, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { sameName } from './same-name';
import type { Occurrence } from './occurrences';
import { touches } from '../base/span';
import type { Reference } from '../workspace/summary';

/** A name at the cursor that counts in the whole workspace, or in this file only. */
export type NameAt =
  | (Reference & { readonly scope: 'workspace'; readonly role: Occurrence['role'] })
  | {
      readonly scope: 'file';
      /** The occurrence at the cursor. */
      readonly here: Occurrence;
      /** That and all others of the name, in the order of the text. */
      readonly all: readonly Occurrence[];
    };

/** The name at a position, in the document around it; undefined if there is none. */
export function nameAt(whole: Analysis, position: Position): NameAt | undefined {
  const offset = whole.tree.lines.offset(position);
  const analysis = whole.documentAt(offset);
  const all = sameName(analysis, position);
  const here = all.find(({ span }) => touches(span, offset));
  if (here) return { scope: 'file', here, all };
  const { declarations, references } = analysis.summary;
  const declaration = declarations.find(({ range }) => contains(range, position));
  if (declaration) return { ...declaration, scope: 'workspace', role: 'declaration' };
  const reference = references.find(({ range }) => contains(range, position));
  return reference && { ...reference, scope: 'workspace', role: 'use' };
}

/** Both ends count, as for a cursor directly after a word. */
function contains({ start, end }: Range, { line, character }: Position): boolean {
  const isBehind = line > start.line || (line === start.line && character >= start.character);
  return isBehind && (line < end.line || (line === end.line && character <= end.character));
}
