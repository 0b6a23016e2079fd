import type { Location } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { AtPosition } from '../base/at-position';
import { nameAt } from '../names/name-at';
import { toRange } from '../base/lsp-range';

/** A place, and whether the definition of its name is requested as well. */
interface ReferencesAt extends AtPosition {
  readonly context: { readonly includeDeclaration: boolean };
}

/** The uses of the name at the cursor, with `declarations` also its definition (`textDocument/references`). */
export function references(
  analysis: Analysis,
  { position, context: { includeDeclaration: declarations } }: ReferencesAt,
): Location[] {
  const name = nameAt(analysis, position);
  if (!name) return [];
  if (name.scope === 'workspace') {
    const { workspace } = analysis.environment;
    if (!workspace) return [];
    const { index } = workspace;
    const defined = declarations ? index.declarations(name.kind, name.name) : [];
    return [...defined, ...index.references(name.kind, name.name)].map(({ uri, range }) => ({
      uri,
      range,
    }));
  }
  const { tree, source } = analysis;
  return name.all
    .filter(({ role }) => declarations || role === 'use')
    .map(({ span }) => ({ uri: source.uri, range: toRange(span, tree.lines) }));
}
