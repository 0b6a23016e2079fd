import type {
  CompletionItem,
  CompletionList,
  InitializeParams,
  MarkupContent,
} from 'vscode-languageserver';
import type { OpenList } from '../../language';

/** A client may still show an older list while it asks for the next one. */
const KEPT_LISTS = 4;

/** Whether a client asks for the documentation of an item when it shows the item. */
export function asksForDocumentation({ capabilities }: InitializeParams): boolean {
  const { resolveSupport } = capabilities.textDocument?.completion?.completionItem ?? {};
  // What a client announces is not checked elsewhere.
  const properties: unknown = resolveSupport?.properties;
  return Array.isArray(properties) && properties.includes('documentation');
}

/**
 * The documentation of the last lists of items. It is more than half of what a list holds and is read of few items, so
 * it is made when the client shows the item.
 */
export class ItemDocumentation {
  /** By the `data` of the item; the newest list is the last. */
  private lists: readonly ReadonlyMap<unknown, () => MarkupContent>[] = [];
  private count = 0;

  /** The list as the client gets it: the `data` of an item is a number as text. */
  keep(list: OpenList): CompletionList {
    const texts = new Map<string, () => MarkupContent>();
    const items = list.items.map(({ data: text, ...item }) => {
      if (text === undefined) return item;
      const data = String(this.count++);
      texts.set(data, text);
      return { ...item, data };
    });
    this.lists = [...this.lists.slice(1 - KEPT_LISTS), texts];
    return { ...list, items };
  }

  /** The item with its documentation; without it if newer lists have replaced its list. */
  resolve(item: CompletionItem): CompletionItem {
    const texts = this.lists.find((list) => list.has(item.data));
    const documentation = texts?.get(item.data)?.();
    return documentation === undefined ? item : { ...item, documentation };
  }
}
