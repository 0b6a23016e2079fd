import type { Location, Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { Workspace } from '../workspace/workspace';
import { nameAt } from '../names/name-at';
import { toRange } from '../base/lsp-range';

/** Where the name at the cursor is used, with `declarations` also where it is defined (`textDocument/references`). */
export function references(
  analysis: Analysis,
  position: Position,
  declarations: boolean,
  workspace: Workspace | undefined,
): Location[] {
  const name = nameAt(analysis, position);
  if (!name) return [];
  if (name.scope === 'workspace') {
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
