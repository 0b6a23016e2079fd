import type { ClientAbilities, ClientCommands } from '../../environment';
import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  type Command,
  type CompletionItem,
  type CompletionList,
  type MarkupContent,
} from 'vscode-languageserver-types';
import type { Lines } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { toRange } from '../../base/lsp-range';
import type { Frame } from './pen';

/** An item whose documentation is not made yet: its `data` gives it. */
export interface OpenItem extends CompletionItem {
  data?: () => MarkupContent;
}

export interface OpenList extends CompletionList {
  items: OpenItem[];
}

export type ItemKind = 'property' | 'value' | 'variable' | 'file';

/** Something to offer. */
export interface Offer {
  readonly label: string;
  readonly kind: ItemKind;
  /** The text before the new place of the cursor, and the text after it. */
  readonly before: string;
  readonly after?: string;
  /** The same with tab stops in LSP's snippet syntax. */
  readonly snippet?: string;
  /** The text that is compared with the typed text, if not the label. */
  readonly filter?: string;
  /** One to three words beside the label, in plain text. */
  readonly note?: string;
  /** Made when it is asked for: it takes longer than the rest of an item, and is read of few items. */
  readonly documentation?: () => MarkupContent;
  /** Groups are listed one after the other, each in the order of its offers. */
  readonly group: number;
  readonly deprecated?: boolean;
  /** The release of dstack that it needs, if that is newer than the one in use. */
  readonly needs?: string;
  /** Whether it is selected before others that match equally well. */
  readonly preselect?: boolean;
  /** Whether more suggestions follow once it is written. */
  readonly suggestNext?: boolean;
  readonly frame: Frame;
}

const KINDS: Readonly<Record<ItemKind, CompletionItemKind>> = {
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  variable: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
};

/**
 * Offers as LSP items, in the order in which they are shown. Without snippets the cursor goes to the end of the
 * inserted text.
 */
export function toItems(
  offers: readonly Offer[],
  lines: Lines,
  client: ClientAbilities,
): OpenItem[] {
  const ordered = offers.map((offer, index) => ({ offer, index }));
  ordered.sort((a, b) => a.offer.group - b.offer.group || a.index - b.index);
  return ordered.map(({ offer }, rank) => toItem(offer, rank, lines, client));
}

/**
 * The items that match the typed text, changed to match nothing else: at the next key, an editor that keeps an old list
 * has no items left and asks again.
 */
export function untilNextKey(
  items: readonly OpenItem[],
  { text, lines }: Tree,
  offset: number,
): OpenItem[] {
  return items.flatMap((item) => {
    const { textEdit, filterText = item.label } = item;
    if (!textEdit) return item;
    const { start } = 'range' in textEdit ? textEdit.range : textEdit.insert;
    const typed = text.slice(lines.offset(start), offset).trimStart();
    const fitting = matchedPart(filterText, typed);
    return fitting === undefined ? [] : { ...item, filterText: fitting || NOTHING };
  });
}

/**
 * A text up to the last character of a fuzzy match, as editors call it: it has all characters of `typed` in their order
 * from the beginning of a word on, in either case. Editors rank the part as the whole. Undefined without a match.
 */
export function matchedPart(text: string, typed: string): string | undefined {
  const [first, ...others] = typed.toLowerCase();
  if (first === undefined) return '';
  const rest = text.toLowerCase();
  let at = rest.indexOf(first);
  while (at > 0 && /[a-z0-9]/.test(rest.charAt(at - 1))) at = rest.indexOf(first, at + 1);
  for (const character of others) {
    if (at < 0) return undefined;
    at = rest.indexOf(character, at + 1);
  }
  return at < 0 ? undefined : text.slice(0, at + 1);
}

/** Editors ask for suggestions when one of these is typed. */
export const TRIGGER_CHARACTERS = ' :.,/{[$*"\'';

/** Matches no typed text. An empty text would count as missing. */
export const NOTHING = '\n';

function toItem(
  offer: Offer,
  rank: number,
  lines: Lines,
  { snippets, commands }: ClientAbilities,
): OpenItem {
  const { frame, label, note, documentation, after = '' } = offer;
  const before = frame.lead + offer.before;
  const behind = after + frame.tail;
  // A snippet, with its special characters, is needed only if the cursor does not go to the end.
  const written = behind === '' ? undefined : `${escaped(before)}$0${escaped(behind)}`;
  const snippet = snippets ? (offer.snippet ?? written) : undefined;
  const newText = snippet ?? before + behind;
  const range = toRange(frame.range, lines);
  const filter = frame.quote + (offer.filter ?? label);
  return {
    label,
    kind: KINDS[offer.kind],
    sortText: String(rank).padStart(4, '0'),
    ...(filter === label ? {} : { filterText: filter }),
    // Whether the editor inserts or replaces, what follows the part at the cursor stays.
    textEdit: { range, newText },
    ...(snippet === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    // Indentation is part of the text, so the editor must not add its own.
    insertTextMode: InsertTextMode.asIs,
    ...(note === undefined ? {} : { labelDetails: { description: note } }),
    ...(documentation ? { data: documentation } : {}),
    ...(offer.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(offer.preselect ? { preselect: true } : {}),
    ...(offer.suggestNext && commands ? { command: asksAgain(commands) } : {}),
  };
}

function asksAgain({ suggest }: ClientCommands): Command {
  return { title: 'Suggest', command: suggest, arguments: [{ auto: true }] };
}

/** A text as a snippet without places for the cursor. */
export function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
