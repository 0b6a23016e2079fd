import type { CompletionList, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { SCHEMAS } from '../schema';
import type { Schema } from '../schema/schema';
import type { KeySlot, Slot, ValueSlot } from '../yaml/slot';
import { aliasOffers } from './completion/aliases';
import { declaredVariables, undeclaredVariables } from './completion/declared';
import { embeddedOffers, openingAt } from './completion/embedded';
import { toItems, type Offer } from './completion/item';
import { keyOffers } from './completion/keys';
import { penOf } from './completion/pen';
import { completerOf } from './completion/completers';
import { siblingTexts } from './completion/siblings';
import { starterOffers } from './completion/starters';
import { besideTyped, isClosed, wordEnd } from './completion/typed';
import { valueOffers } from './completion/values';
import type { Workspace } from '../workspace/workspace';
import { schemaAt } from './place';
import { slotAt } from './slot-at';

/** What a completion may take into account besides the document. */
export interface CompletionOptions {
  /** Whether the client knows snippets. */
  readonly snippets?: boolean;
  readonly workspace?: Workspace | undefined;
  /** The character that was typed, where that alone is why the editor asks. */
  readonly trigger?: string | undefined;
}

/**
 * What can be written at the cursor (`textDocument/completion`): keys, values, and what dstack knows within a text.
 * Null where nothing is known. The client filters by what is typed already.
 */
export function completion(
  analysis: Analysis,
  position: Position,
  { snippets = true, workspace, trigger }: CompletionOptions = {},
): CompletionList | null {
  const { tree, kind } = analysis;
  const offset = tree.lines.offset(position);
  const root = SCHEMAS[kind];
  const embedded = embeddedAt(analysis, root, offset, workspace);
  if (embedded.length > 0) return listOf(embedded);
  const aliases = aliasOffers(analysis, offset);
  if (aliases.length > 0) return listOf(aliases);
  // In a command or a schedule nobody asked for anything.
  if (trigger === '*') return null;
  const { slot, schema } = slotAt(analysis, offset);
  if (!schema || slot.kind === 'none' || slot.kind === 'text') return null;
  if (isIntroduced(slot, trigger)) return null;
  const place = placeOf(kind, slot);
  if (slot.kind === 'key')
    return listOf([
      ...keyOffers(schema, slot, penOf(slot), place),
      ...starterOffers(analysis, slot),
    ]);
  if (slot.quote !== '' && offset > wordEnd(slot, tree.text)) return null;
  const near = {
    uri: analysis.source.uri,
    workspace,
    undeclared: () => undeclaredVariables(tree, root),
    texts: (name: string) => siblingTexts(tree, slot, name),
  };
  const offers = valueOffers(schema, penOf(slot), place, near, slot.items);
  const shown = besideTyped(offers, schema, slot, tree.text, offset);
  const isIncomplete = completerOf(schema) !== undefined || !isClosed(shown, schema, slot);
  return listOf([...shown, ...starterOffers(analysis, slot)], isIncomplete);

  function listOf(offers: readonly Offer[], isIncomplete = false): CompletionList | null {
    if (offers.length === 0) return null;
    return { isIncomplete, items: toItems(offers, tree.lines, snippets) };
  }
}

/** Variables and references in a text that may hold them. */
function embeddedAt(
  { tree, slots }: Analysis,
  root: Schema,
  offset: number,
  workspace: Workspace | undefined,
): Offer[] {
  const opening = openingAt(tree.text, tree.lines, offset);
  if (!opening) return [];
  // The text may end before the cursor: `${{ ` has a space behind it.
  const slot = slots.at(opening.span.start + 1);
  if (slot.kind === 'none') return [];
  const embeds = schemaAt(root, slot.path, slot.scopes)?.embeds;
  if (!embeds) return [];
  const names = {
    env: declaredVariables(tree, root),
    secrets: workspace?.index.texts('secrets') ?? [],
  };
  return embeddedOffers(opening, embeds, names);
}

/** Whether just the `:` of a key or the `-` of an item was typed: the next key may be a space, or Enter. */
function isIntroduced({ lead }: KeySlot | ValueSlot, trigger = ''): boolean {
  return lead === ' ' && (trigger === ':' || trigger === '-');
}

/** Where a mapping or value stands, without the numbers of items: `task/resources/gpu`. */
function placeOf(kind: Analysis['kind'], slot: Exclude<Slot, { kind: 'none' }>): string {
  const rootScope = slot.scopes[0] ?? (slot.kind === 'key' ? slot.scope : undefined);
  const root = kind === 'profiles' ? kind : (rootScope?.get('type') ?? '');
  return [root, ...slot.path.filter((step) => typeof step === 'string')].join('/');
}
