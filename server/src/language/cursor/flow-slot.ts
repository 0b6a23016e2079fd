import { touches } from '../base/span';
import { flowAt, type FlowCollection, type FlowEntry } from '../yaml/outline/flow';
import type { Word } from '../yaml/outline/scan';
import { NO_SLOT, type Place, type Scope, type Slot, type Step } from './slot';
import { keySlot, valueSlot, type Writing } from './writing';

/** What is written at `offset` between the brackets of a flow collection, which is the value at `around`. */
export function flowSlot(
  flow: FlowCollection,
  text: string,
  offset: number,
  around: Place,
  writing: Writing,
): Slot {
  const levels = flowAt(flow, offset);
  const innermost = levels.pop();
  if (!innermost) return NO_SLOT;
  const place = levels.reduce(
    (into, [collection, entry]) => within(into, collection, entry),
    around,
  );
  const [collection, entry] = innermost;
  const { head, colon, value } = entry;
  const isValue = colon !== undefined && offset > colon;
  const node = isValue ? value : head;
  if (collection.kind === 'sequence' && colon !== undefined) return NO_SLOT;
  if (node && !isWordAt(node, offset)) return NO_SLOT;
  if (!node && !isValue && colon !== undefined) return NO_SLOT;
  const lead = /[,:]/.test(text.charAt(offset - 1)) ? ' ' : '';
  const written = node
    ? writing.word(node.span, offset, { flow: true })
    : writing.gapAt(offset, lead, true);
  if (collection.kind === 'mapping' && !isValue) {
    return keySlot(place, written, {
      scope: scopeOf(collection, entry),
      previous: textOf(collection.entries[collection.entries.indexOf(entry) - 1]?.head),
      colon: colon !== undefined,
      indent: 0,
    });
  }
  return valueSlot(within(place, collection, entry), written, {
    items: collection.kind === 'sequence' ? itemTexts(collection, entry) : [],
    ownLine: false,
    indent: 0,
    from: isValue ? colon + 1 : written.span.start,
  });
}

/** Whether a node is a word at the cursor, and not only an anchor or a tag. */
function isWordAt(node: Word | FlowCollection, offset: number): boolean {
  if ('entries' in node || !touches(node.span, offset)) return false;
  return !node.properties || node.span.start < node.span.end;
}

/** The place of an entry of the collection at `place`. */
function within({ path, scopes }: Place, collection: FlowCollection, entry: FlowEntry): Place {
  const scope: Scope = collection.kind === 'mapping' ? scopeOf(collection) : new Map();
  return { path: [...path, stepOf(collection, entry)], scopes: [...scopes, scope] };
}

function stepOf(collection: FlowCollection, entry: FlowEntry): Step {
  if (collection.kind === 'sequence') return collection.entries.indexOf(entry);
  return textOf(entry.head) ?? '';
}

function scopeOf(collection: FlowCollection, except?: FlowEntry): Scope {
  const entries = collection.entries.filter((entry) => entry !== except && entry.head);
  return new Map(entries.map((entry) => [textOf(entry.head) ?? '', textOf(entry.value)]));
}

function itemTexts(collection: FlowCollection, except: FlowEntry): string[] {
  return collection.entries.flatMap((entry) =>
    entry === except ? [] : (textOf(entry.head) ?? []),
  );
}

function textOf(node: Word | FlowCollection | undefined): string | undefined {
  return node && 'text' in node ? node.text : undefined;
}
