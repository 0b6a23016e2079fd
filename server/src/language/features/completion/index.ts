import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import type { Schema } from '../../schema/schema';
import type { KeySlot, Slot, ValueSlot } from '../../cursor/slot';
import type { Tree } from '../../yaml/tree';
import { aliasOffers } from './aliases';
import { asSnippets } from './as-snippets';
import { declaredVariables, otherVariables, undeclaredVariables } from './declared';
import { embeddedOffers, isOfShell, openingAt, untilBraces, type Opening } from './embedded';
import { toItems, untilNextKey, type Offer, type OpenItem, type OpenList } from './item';
import { innerKeyOffers } from './inner-keys';
import { keyOffers, type Neighbours } from './keys';
import { secretNames } from './live';
import { inFront, penOf, restOfWord } from './pen';
import { newerLast } from './newer';
import { starterOffers } from './starters';
import {
  areLater,
  besideTyped,
  narrowable,
  untilComplete,
  untilTrigger,
  withNumber,
} from './typed';
import { valueOffers } from './values';
import { mappingBeside } from '../../cursor/mapping-beside';
import { propertyIn, schemaAt } from '../../cursor/property-lookup';
import { slotAt } from '../../cursor/slot-at';
import { slotIn } from '../../cursor/slot-finder';
import { resolveAlias } from '../../yaml/node';
import { nodeAt } from '../../yaml/walk';

/** A request for completion, as in LSP. */
export interface CompletionAt {
  readonly position: Position;
  /** `triggerCharacter`: the character that was typed, if it is the only reason for the request. */
  readonly context?: { readonly triggerCharacter?: string | undefined } | undefined;
}

/**
 * Suggestions at the cursor (`textDocument/completion`): keys, values, and what dstack knows within a text. Null if
 * nothing is known. The client filters by the typed text.
 */
export function completion(whole: Analysis, at: CompletionAt): CompletionList | null {
  const list = openCompletion(whole, at);
  return list && { ...list, items: list.items.map(withDocumentation) };
}

function withDocumentation({ data, ...item }: OpenItem): CompletionItem {
  return data ? { ...item, documentation: data() } : item;
}

/** The same suggestions; the `data` of each gives its documentation (`completionItem/resolve`). */
export function openCompletion(
  whole: Analysis,
  { position, context }: CompletionAt,
): OpenList | null {
  const trigger = context?.triggerCharacter;
  const offset = whole.tree.lines.offset(position);
  const analysis = whole.documentAt(offset);
  const { tree, kind, environment } = analysis;
  const { catalogue, client } = environment;
  const listOf = (offers: readonly Offer[], isIncomplete = false, isSelecting = false) =>
    shownList(analysis, offset, offers, isIncomplete, isSelecting);
  const embedded = embeddedAt(analysis, offset);
  // Names of the shell must be requested again at each key: an editor would also match others.
  if (embedded) return listOf(embedded.offers, embedded.isOpen, embedded.isOpen);
  const aliases = aliasOffers(analysis, offset);
  if (aliases.length > 0) return listOf(aliases);
  // The user did not ask for suggestions in a command or a schedule.
  if (trigger === '*') return null;
  const { slot, schema } = slotAt(analysis, offset);
  if (!schema || slot.kind === 'none' || slot.kind === 'text') return null;
  if (isIntroduced(slot, trigger)) return null;
  const place = placeOf(kind, slot);
  const after = restOfWord(slot, tree.text, offset);
  if (slot.kind === 'key') {
    const keys = isInFront(slot, schema, after)
      ? keyOffers(schema, besides(slot, after), inFront(slot, offset), place)
      : [
          ...keyOffers(schema, slot, penOf(slot), place),
          ...innerKeyOffers(schema, slot, penOf(slot), place, (property) =>
            mappingBeside(tree, offset, slot, property),
          ),
        ];
    return listOf([...keys, ...starterOffers(analysis, slot)]);
  }
  if (isAfterQuote(slot, tree.text, offset)) return null;
  const near = nearOf(analysis, slot, after);
  const offers = valueOffers(schema, penOf(slot, after), place, near, slot.items);
  const fitting = withNumber(offers, slot, after);
  const possible = trigger === undefined || slot.ownLine ? fitting : fitting.filter(isOnTheLine);
  const shown = besideTyped(possible, schema, slot, after, catalogue);
  // Continuations of a complete text must be requested again at each key.
  if (shown !== possible) return listOf([...shown, ...starterOffers(analysis, slot)], true);
  const closed = narrowable(shown, schema, slot, catalogue);
  const left = shown.filter((offer) => !closed.includes(offer));
  const isClosed = slot.prefix === '' ? left.length === 0 : areLater(left, closed);
  if (isClosed) {
    const kept = client.keepsOldList ? untilTrigger(closed, slot) : closed;
    return listOf([...kept, ...starterOffers(analysis, slot)]);
  }
  const every = [...shown, ...starterOffers(analysis, slot)];
  // An item is selected in it, so the list must not stay if it is no longer right.
  const isSelecting = client.keepsOldList && trigger === undefined;
  if (!isSelecting) return listOf(every, true);
  return listOf(untilTrigger(untilComplete(every, schema, slot, catalogue), slot));
}

/** The list that a client shows; null if it is empty. */
function shownList(
  { tree, environment: { client, settings } }: Analysis,
  offset: number,
  offers: readonly Offer[],
  isIncomplete: boolean,
  isSelecting: boolean,
): OpenList | null {
  const kept = newerLast(offers, settings);
  if (kept.length === 0) return null;
  const written = toItems(kept, tree.lines, client);
  const items = client.insertsWords ? asSnippets(written, tree, offset) : written;
  // Enter does not change the text if nothing is selected, or the typed text: such a list may stay until the next
  // one. Any other list must be gone by then.
  return isIncomplete && client.keepsOldList
    ? { isIncomplete: !isSelecting, items: untilNextKey(items, tree, offset) }
    : { isIncomplete, items };
}

/**
 * Whether a key is written before the one at the cursor, which keeps its name: in `im|name: x`, and if nothing is
 * typed. Else the key at the cursor is changed: `na|me: x`, `port|: [80]`.
 */
function isInFront(slot: KeySlot, schema: Schema, after: string): boolean {
  if (!slot.colon || slot.quote !== '' || after === '') return false;
  const isKnown = (name: string) =>
    propertyIn(schema, name, (property) => slot.scope.get(property)) !== undefined;
  return slot.prefix === '' || (isKnown(after) && !isKnown(slot.prefix + after));
}

/** The neighbours of a key that is written before the key `other`. */
function besides({ scope, previous }: KeySlot, other: string): Neighbours {
  return { scope: new Map([...scope, [other, undefined]]), previous };
}

/** Whether the cursor is after the quote that closes the value: nothing more can be written there. */
function isAfterQuote({ quote, span: word }: ValueSlot, text: string, offset: number): boolean {
  const isClosed = word.end > word.start + 1 && text.charAt(word.end - 1) === quote;
  return isClosed && offset === word.end;
}

/** Whether a value is written at the cursor, not as the item of a list on the next line. */
function isOnTheLine({ frame }: Offer): boolean {
  return !frame.lead.endsWith('- ');
}

/** Offers of variables and references; `isOpen` if other names than theirs are valid as well. */
interface EmbeddedOffers {
  readonly offers: readonly Offer[];
  readonly isOpen: boolean;
}

/** Variables and references in a text that may hold them. */
function embeddedAt(analysis: Analysis, offset: number): EmbeddedOffers | undefined {
  const { tree, source, schema: root, environment } = analysis;
  const opening = openingAt(tree.text, tree.lines, offset);
  if (!opening) return undefined;
  // The text may end before the cursor: `${{ ` has a space after it.
  const slot = slotIn(tree, opening.span.start + 1);
  if (slot.kind === 'none') return undefined;
  const embeds = schemaAt(root, slot.path, slot.scopes)?.embeds;
  if (!embeds) return undefined;
  const isOpen = isOfShell(opening, embeds);
  const typed = tree.text.slice(opening.span.start, offset);
  const { workspace, live } = environment;
  const being = { uri: source.uri, text: nameIn(opening, tree) };
  const names = {
    env: declaredVariables(tree, root),
    used: isOpen ? otherVariables(analysis, opening.span) : [],
    secrets: secretNames(live, workspace?.index.texts('secrets', being) ?? []),
  };
  const offers = embeddedOffers(opening, typed, embeds, names);
  const isKept = environment.client.keepsOldList && !isOpen;
  return { offers: isKept ? untilBraces(offers, typed) : offers, isOpen };
}

/** The last name in a reference that is being written. */
function nameIn({ span: { start, end } }: Opening, { text }: Tree): string {
  return /\w+(?=[\s}]*$)/.exec(text.slice(start, end))?.[0] ?? '';
}

/** What is known around a value of which `after` follows the cursor. */
function nearOf({ tree, source, schema, environment }: Analysis, slot: ValueSlot, after: string) {
  const { catalogue, workspace, live } = environment;
  return {
    uri: source.uri,
    catalogue,
    workspace,
    live,
    written: slot.prefix + after,
    undeclared: () => undeclaredVariables(tree, schema),
    texts: (name: string) => siblingTexts(tree, slot, name),
  };
}

/**
 * The texts of another property of the mapping in which a value is written: its value, or the items of its list. Lists
 * are taken from the tree, which may lack what follows unfinished text.
 */
function siblingTexts({ root }: Tree, slot: ValueSlot, property: string): readonly string[] {
  const depth = slot.path.length - (typeof slot.path.at(-1) === 'number' ? 2 : 1);
  const text = slot.scopes[depth]?.get(property);
  if (text !== undefined) return [text];
  const found = nodeAt(root, [...slot.path.slice(0, depth), property]);
  const value = found && resolveAlias(found);
  if (value?.kind !== 'sequence') return [];
  return value.items.map(resolveAlias).flatMap((item) => (item.kind === 'scalar' ? item.text : []));
}

/** Whether only the `:` of a key or the `-` of an item was typed: the next key may be a space or Enter. */
function isIntroduced({ lead }: KeySlot | ValueSlot, trigger = ''): boolean {
  return lead === ' ' && (trigger === ':' || trigger === '-');
}

/** The path of a mapping or value, without the numbers of items: `task/resources/gpu`. */
function placeOf(kind: Analysis['kind'], slot: Exclude<Slot, { kind: 'none' }>): string {
  const rootScope = slot.scopes[0] ?? (slot.kind === 'key' ? slot.scope : undefined);
  const root = kind === 'profiles' ? kind : (rootScope?.get('type') ?? '');
  return [root, ...slot.path.filter((step) => typeof step === 'string')].join('/');
}
