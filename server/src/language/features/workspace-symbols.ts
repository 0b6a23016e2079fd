import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { ENTITIES } from '../schema/entities';
import type { EntityKind } from '../schema/schema';
import type { Workspace } from '../workspace/workspace';

/** More than anybody looks through; a longer query finds the others. */
const LIMIT = 500;

const SYMBOL_KINDS: Readonly<Record<EntityKind, SymbolKind>> = {
  fleet: SymbolKind.Class,
  gateway: SymbolKind.Interface,
  group: SymbolKind.Field,
  preset: SymbolKind.Struct,
  profile: SymbolKind.Enum,
  run: SymbolKind.Module,
  volume: SymbolKind.Object,
};

/**
 * The names that files define (`workspace/symbol`), of which the client shows those that fit best. The letters of the query
 * must occur in this order, in the name or in the kind and the name (`fleet gpu`).
 */
export function workspaceSymbols(query: string, { index }: Workspace): WorkspaceSymbol[] {
  const letters = [...query.toLowerCase().replace(/\s/g, '')];
  const symbols: WorkspaceSymbol[] = [];
  for (const { declarations } of index.all()) {
    for (const { kind, name, uri, range } of declarations) {
      const { title } = ENTITIES[kind];
      if (!hasInOrder(`${title} ${name}`.toLowerCase(), letters)) continue;
      const location = { uri, range };
      symbols.push({ name, kind: SYMBOL_KINDS[kind], containerName: title, location });
      if (symbols.length === LIMIT) return symbols;
    }
  }
  return symbols;
}

function hasInOrder(text: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
