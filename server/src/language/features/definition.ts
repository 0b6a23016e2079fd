import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import type { AtPosition } from '../base/at-position';
import { nameAt } from '../names/name-at';
import { toRange } from '../base/lsp-range';

/**
 * The definition of the name at the cursor (`textDocument/definition`): a fleet, volume or gateway in this or another
 * file, the anchor of an alias, the variable of a `$NAME`, the group of a `groups[N]`.
 */
export function definition(analysis: Analysis, { position }: AtPosition): LocationLink[] {
  const name = nameAt(analysis, position);
  if (!name) return [];
  const { tree, source } = analysis;
  if (name.scope === 'workspace') {
    const found = analysis.environment.workspace?.index.declarations(name.kind, name.name) ?? [];
    return found.map(({ uri, range }) => link(name.range, uri, range));
  }
  const origin = toRange(name.here.span, tree.lines);
  return name.all
    .filter(({ role }) => role === 'declaration')
    .map(({ span }) => link(origin, source.uri, toRange(span, tree.lines)));
}

function link(originSelectionRange: Range, targetUri: string, range: Range): LocationLink {
  return { originSelectionRange, targetUri, targetRange: range, targetSelectionRange: range };
}
