import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { AtPosition } from '../base/at-position';
import { ENTITIES } from '../schema/entities';
import type { EntityKind } from '../schema/schema';
import { parseShorthand } from '../shorthand';
import type { Reference } from '../workspace/summary';
import type { Workspace } from '../workspace/workspace';
import { nameAt, type NameAt } from '../names/name-at';
import { occurrencesIn, type Occurrence } from '../names/occurrences';
import { toRange } from '../base/lsp-range';
import { textToYaml } from '../edit/yaml-text';

/** A name that can be changed, and its range at the cursor. */
export interface RenameTarget {
  readonly range: Range;
  readonly placeholder: string;
}

/** Edits by file, or a sentence that says why the new name is invalid. */
export type Renaming =
  { readonly edits: ReadonlyMap<string, readonly TextEdit[]> } | { readonly refusal: string };

/** The name that a rename at the cursor would change (`textDocument/prepareRename`); null if there is none. */
export function prepareRename(analysis: Analysis, { position }: AtPosition): RenameTarget | null {
  const name = nameAt(analysis, position);
  if (name?.scope === 'workspace') return { range: name.range, placeholder: name.name };
  if (!name || !canRename(name)) return null;
  const { start, end } = name.here.span;
  const { text, lines } = analysis.tree;
  return { range: toRange(name.here.span, lines), placeholder: text.slice(start, end) };
}

/**
 * Changes a name wherever it means the same thing (`textDocument/rename`). Only the name is edited: quotes and the rest
 * of a shorthand stay, unless YAML would read the new name as something else. If several files define the name, only
 * the definition at the cursor is renamed; from a use, all definitions are renamed.
 *
 * A variable of `env` is renamed in the commands wherever the shell uses it, including assignments: for the shell that
 * is the same variable, so the commands keep their effect. Texts that no shell reads (single quotes, comments, `\$X`,
 * programs in other languages) are not changed, since their reader is unknown. A rename is rejected if the name must
 * not change because a container receives the variable by its name.
 */
export function rename(
  analysis: Analysis,
  { position, newName }: { readonly position: Position; readonly newName: string },
): Renaming | null {
  const name = nameAt(analysis, position);
  if (!name) return null;
  const { workspace } = analysis.environment;
  if (name.scope === 'workspace') return renameEntity(name, newName, workspace);
  const document = analysis.documentAt(name.here.span.start);
  return canRename(name) ? renameInFile(document, name, newName) : null;
}

function renameEntity(
  here: Extract<NameAt, { scope: 'workspace' }>,
  newName: string,
  workspace: Workspace | undefined,
): Renaming {
  const { kind, name, role, uri } = here;
  if (newName === name) return { edits: new Map() };
  const index = workspace?.index;
  const taken = (index?.declarations(kind, newName) ?? []).filter(
    (one) => isShared(kind) || one.uri === uri,
  );
  const refusal =
    refusalOfName(kind, newName) ??
    (taken.length > 0 ? `A ${ENTITIES[kind].title} \`${newName}\` already exists.` : undefined);
  if (refusal !== undefined) return { refusal };
  const defined = index?.declarations(kind, name) ?? [];
  const places: readonly Place[] =
    !index || (role === 'declaration' && defined.length > 1) || !isShared(kind)
      ? [here]
      : withPlace(here, [...defined, ...index.references(kind, name)]);
  const edits = new Map<string, TextEdit[]>();
  for (const place of places) {
    const list = edits.get(place.uri) ?? [];
    list.push({ range: place.range, newText: inPlaceOf(place, newName) });
    edits.set(place.uri, list);
  }
  return { edits };
}

/** The index knows only the first document of a file. */
function withPlace(here: Place, others: readonly Place[]): readonly Place[] {
  const { start } = here.range;
  const isKnown = others.some(
    ({ uri, range }) =>
      uri === here.uri &&
      range.start.line === start.line &&
      range.start.character === start.character,
  );
  return isKnown ? others : [here, ...others];
}

/** A range with the name, or with the text that contains it. */
type Place = Pick<Reference, 'uri' | 'range' | 'around'>;

/** The text for the range of a name: the name, or the whole text that contains it. */
function inPlaceOf({ around }: Place, newName: string): string {
  if (!around) return newName;
  const [before, after] = around;
  return textToYaml(before + newName + after, true);
}

/** Whether names of this kind are known beyond their file. */
function isShared(kind: EntityKind): boolean {
  return ENTITIES[kind].declaredTwice !== undefined;
}

/** The reason why a name is invalid for this kind. */
function refusalOfName(kind: EntityKind, name: string): string | undefined {
  const { grammar, title } = ENTITIES[kind];
  if (textToYaml(name, true) !== name)
    return `YAML does not read \`${name}\` as a name without quotes.`;
  if (grammar === undefined) {
    const isPlain = /^[\p{L}\p{N}_ .-]+$/u.test(name);
    return isPlain ? undefined : `\`${name}\` is not a valid name for a ${title}.`;
  }
  const read = parseShorthand(grammar, { type: 'str', value: name });
  return read.ok ? undefined : read.error.message.split('\n')[0];
}

/** The syntax of names that are valid in one file only. */
const FILE_NAMES: Readonly<
  Record<'anchor' | 'variable', readonly [pattern: RegExp, rule: string]>
> = {
  anchor: [/^[A-Za-z0-9_-]{1,200}$/, 'An anchor has letters, digits, `-` and `_` only.'],
  variable: [
    /^[A-Za-z_][A-Za-z0-9_]{0,200}$/,
    'A variable has letters, digits and `_` only, and begins with no digit.',
  ],
};

function canRename({ here, all }: Extract<NameAt, { scope: 'file' }>): boolean {
  // Groups are referred to by their position.
  if (here.kind === 'group') return here.role === 'declaration';
  return all.some(({ role }) => role === 'declaration');
}

function renameInFile(
  analysis: Analysis,
  { here, all }: Extract<NameAt, { scope: 'file' }>,
  newName: string,
): Renaming {
  const { tree, source } = analysis;
  const textOf = ({ span: { start, end } }: Occurrence) => tree.text.slice(start, end);
  if (newName === textOf(here)) return { edits: new Map() };
  const names = occurrencesIn(analysis).filter(
    ({ kind, role }) =>
      // The number that refers to a group is not its name.
      kind === here.kind && (kind !== 'group' || role === 'declaration'),
  );
  const refusal =
    refusalInFile(here.kind, newName) ??
    (names.some((one) => one.name === newName || textOf(one) === newName)
      ? `\`${newName}\` means something else in this file.`
      : undefined) ??
    all.find(({ fixed }) => fixed !== undefined)?.fixed;
  if (refusal !== undefined) return { refusal };
  const places = here.kind === 'group' ? [here] : all;
  const edits = places.map(({ span }) => ({ span, newText: newName }));
  // An alias may be in a place that only YAML reads, such as in what a `!!set` merges.
  if (!tree.broken && analysis.edited(edits).tree.broken)
    return { refusal: `\`${textOf(here)}\` is used in a place where it cannot be renamed.` };
  const changes = edits.map(({ span, newText }) => ({ range: toRange(span, tree.lines), newText }));
  return { edits: new Map([[source.uri, changes]]) };
}

function refusalInFile(kind: Occurrence['kind'], name: string): string | undefined {
  if (kind === 'group') return refusalOfName(kind, name);
  const [pattern, rule] = FILE_NAMES[kind];
  if (!pattern.test(name)) return rule;
  const isRead = kind === 'anchor' || textToYaml(name, true) === name;
  return isRead ? undefined : `YAML does not read \`${name}\` as a name without quotes.`;
}
