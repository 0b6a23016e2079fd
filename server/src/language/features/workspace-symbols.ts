import type { Environment } from '../environment';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { ENTITIES } from '../schema/entities';
import type { EntityKind } from '../schema/schema';
import type { Mark, Summary } from '../workspace/summary';

/** Maximum number of symbols; a longer query finds the others. */
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
 * The names that files define (`workspace/symbol`), of which the client shows the best matches: first names that other
 * files can refer to, then variables of `env`, then anchors. The letters of the query must occur in this order, in the
 * name or in the kind and the name (`fleet gpu`).
 */
export function workspaceSymbols(
  { workspace }: Environment,
  { query }: { readonly query: string },
): WorkspaceSymbol[] {
  if (!workspace) return [];
  const { index } = workspace;
  const letters = [...query.toLowerCase().replace(/\s/g, '')];
  const symbols: WorkspaceSymbol[] = [];
  for (const symbolsOf of [entities, variables, anchors]) {
    for (const summary of index.all()) {
      for (const symbol of symbolsOf(summary)) {
        const text = `${symbol.containerName ?? ''} ${symbol.name}`.toLowerCase();
        if (hasInOrder(text, letters)) symbols.push(symbol);
        if (symbols.length === LIMIT) return symbols;
      }
    }
  }
  return symbols;
}

function entities({ uri, declarations }: Summary): WorkspaceSymbol[] {
  return declarations.map(({ kind, name, range }) => ({
    name,
    kind: SYMBOL_KINDS[kind],
    containerName: ENTITIES[kind].title,
    location: { uri, range },
  }));
}

function variables({ uri, variables: marks }: Summary): WorkspaceSymbol[] {
  return marks.map((mark) => markSymbol(mark, uri, SymbolKind.Variable, 'variable'));
}

function anchors({ uri, anchors: marks }: Summary): WorkspaceSymbol[] {
  return marks.map((mark) => markSymbol(mark, uri, SymbolKind.Constant, 'anchor'));
}

function markSymbol(
  { name, line, character }: Mark,
  uri: string,
  kind: SymbolKind,
  containerName: string,
): WorkspaceSymbol {
  const range = {
    start: { line, character },
    end: { line, character: character + name.length },
  };
  return { name, kind, containerName, location: { uri, range } };
}

function hasInOrder(text: string, letters: readonly string[]): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
