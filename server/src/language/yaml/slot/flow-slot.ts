import { span, touches } from '../../base/span';
import { flowAt, type FlowCollection, type FlowEntry } from './flow';
import type { Word } from './scan';
import { NO_SLOT, type Layout, type Scope, type Slot, type Step } from './types';

/** What stands around a flow collection. */
interface FlowContext {
  readonly path: readonly Step[];
  readonly scopes: readonly Scope[];
  readonly layout: Layout;
}

/** What is written at `offset` between the brackets of a flow collection. */
export function flowSlot(
  flow: FlowCollection,
  text: string,
  offset: number,
  around: FlowContext,
): Slot {
  const levels = flowAt(flow, offset);
  const innermost = levels.pop();
  if (!innermost) return NO_SLOT;
  const path = [...around.path];
  const scopes = [...around.scopes];
  for (const [collection, entry] of levels) {
    path.push(stepOf(collection, entry));
    scopes.push(collection.kind === 'mapping' ? scopeOf(collection) : new Map());
  }
  const [collection, entry] = innermost;
  const { head, colon, value } = entry;
  const behindColon = colon !== undefined && offset > colon;
  const node = behindColon ? value : head;
  if (collection.kind === 'sequence' && colon !== undefined) return NO_SLOT;
  if (node && ('entries' in node || !touches(node.span, offset))) return NO_SLOT;
  if (!node && !behindColon && colon !== undefined) return NO_SLOT;
  const written = {
    ...(node
      ? wordParts(node, text, offset)
      : { span: span(offset, offset), prefix: '', quote: '' as const }),
    lead: !node && /[,:]/.test(text.charAt(offset - 1)) ? ' ' : '',
    flow: true,
    layout: around.layout,
  };
  if (collection.kind === 'mapping' && !behindColon) {
    return {
      kind: 'key',
      path,
      scopes,
      scope: scopeOf(collection, entry),
      previous: textOf(collection.entries[collection.entries.indexOf(entry) - 1]?.head),
      ...written,
      colon: colon !== undefined,
      indent: 0,
    };
  }
  return {
    kind: 'value',
    path: [...path, stepOf(collection, entry)],
    scopes: [...scopes, collection.kind === 'mapping' ? scopeOf(collection) : new Map()],
    ...written,
    items: collection.kind === 'sequence' ? itemTexts(collection, entry) : [],
    ownLine: false,
    indent: 0,
    from: behindColon ? colon + 1 : written.span.start,
  };
}

function wordParts(word: Word, text: string, offset: number) {
  const char = text.charAt(word.span.start);
  const quote = char === '"' || char === "'" ? char : '';
  const start = word.span.start + quote.length;
  return { span: word.span, prefix: text.slice(start, Math.max(offset, start)), quote } as const;
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
