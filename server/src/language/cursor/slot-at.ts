import type { Analysis } from '../analysis';
import type { Schema } from '../schema/schema';
import { span, type Lines } from '../base/span';
import type { Slot, ValueSlot } from './slot';
import { schemaAt } from './property-lookup';
import { slotIn } from './slot-finder';

/** What is written at the cursor, and its schema, if that is known. */
export function slotAt(
  { tree, schema: root }: Analysis,
  offset: number,
): { readonly slot: Slot; readonly schema: Schema | undefined } {
  const slot = slotIn(tree, offset);
  const schema = slot.kind === 'none' ? undefined : schemaAt(root, slot.path, slot.scopes);
  const short = schema ? undefined : shortFormSlot(slot, tree.text, tree.lines, offset);
  return short
    ? { slot: short, schema: schemaAt(root, short.path, short.scopes) }
    : { slot, schema };
}

/**
 * `- data:` is read as a mapping. If no value can follow such a key, it is a shorthand whose next part follows the
 * colon; the result is the slot of the item. Undefined for any other place.
 */
function shortFormSlot(
  slot: Slot,
  text: string,
  lines: Lines,
  offset: number,
): ValueSlot | undefined {
  if (slot.kind !== 'value' || slot.flow || slot.from !== offset) return undefined;
  if (typeof slot.path.at(-1) !== 'string' || typeof slot.path.at(-2) !== 'number')
    return undefined;
  const { line, character } = lines.position(offset);
  const [, prefix] = /- +([^\s#'"]+:)$/.exec(text.slice(lines.start(line), offset)) ?? [];
  if (prefix === undefined) return undefined;
  const start = offset - prefix.length;
  return {
    ...slot,
    path: slot.path.slice(0, -1),
    scopes: slot.scopes.slice(0, -1),
    span: span(start, offset),
    prefix,
    lead: '',
    items: [],
    ownLine: true,
    indent: character - prefix.length,
    from: start,
  };
}
