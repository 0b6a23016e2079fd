import type { Position } from 'vscode-languageserver-types';
import * as language from '../../../server/src/language';
import { Analysis, WorkspaceIndex } from '../../../server/src/language';
import { nodesIn } from '../../../server/src/language/yaml/walk';
import { touches } from '../../../server/src/language/base/span';
import { workspaceOf } from '../../../test/support/check/workspace';
import { checkContains, checkEdits, checkRange, cursorsIn } from '../places';
import { holds } from '../target';
import { within } from '../../../test/support/check/within';
import { environmentOf } from '../../../server/src/language';

const OTHER = {
  uri: 'file:///w/other.dstack.yml',
  text: 'type: fleet\nname: main\nnodes: 1\n',
};

/** The requests about names, at every place, with other files around: definition, references, renaming, symbols. */
export function names(text: string): void {
  const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
  const index = new WorkspaceIndex();
  index.put(analysis.summary);
  index.put(new Analysis(OTHER).summary);
  index.complete = true;
  const workspace = { ...workspaceOf(analysis.source.uri, OTHER.uri), index };
  const isHere = ({ uri }: { readonly uri: string }) => uri === analysis.source.uri;
  const renamed = new Set<string>();
  for (const at of cursorsIn(analysis)) {
    for (const link of language.definition(within(analysis, { workspace }), { position: at })) {
      holds(link.originSelectionRange !== undefined, 'a definition tells of what');
      checkRange(link.originSelectionRange, analysis, 'definition');
      checkContains(link.originSelectionRange, at, 'definition');
      if (isHere({ uri: link.targetUri })) checkRange(link.targetRange, analysis, 'definition');
    }
    for (const location of language.references(within(analysis, { workspace }), {
      position: at,
      context: { includeDeclaration: true },
    }))
      if (isHere(location)) checkRange(location.range, analysis, 'reference');
    const target = language.prepareRename(analysis, { position: at });
    if (!target) continue;
    checkRange(target.range, analysis, 'renaming');
    checkContains(target.range, at, 'renaming');
    const key = JSON.stringify(target.range);
    if (!renamed.has(key)) checkRename(analysis, at, workspace);
    renamed.add(key);
  }
  for (const { range } of language.diagnostics(within(analysis, { workspace })))
    checkRange(range, analysis, 'diagnostic of the workspace');
  for (const { range } of language.codeLenses(within(analysis, { workspace })))
    checkRange(range, analysis, 'lens');
  language.workspaceSymbols(environmentOf({ workspace }), { query: text.slice(0, 5) });
}

/** A new name is a name in the same places, and causes no error. */
function checkRename(analysis: Analysis, at: Position, workspace: language.Workspace): void {
  const renaming = language.rename(within(analysis, { workspace }), {
    position: at,
    newName: 'renamed',
  });
  if (!renaming || 'refusal' in renaming) return;
  const edits = renaming.edits.get(analysis.source.uri) ?? [];
  const text = checkEdits(edits, analysis, 'renaming');
  const after = new Analysis({ uri: analysis.source.uri, text });
  // A problem that a mistake has hidden may appear when a rename removes the mistake.
  if (analysis.tree.broken) return;
  // Content that aliases repeat is renamed at all of their places, whatever is there.
  if (edits.some(({ range }) => isRepeated(analysis, range.start))) return;
  const mended = errorsOf(analysis);
  const brought = errorsOf(after).filter((code) => {
    const at = mended.indexOf(code);
    if (at >= 0) mended.splice(at, 1);
    return at < 0;
  });
  // A text that was not a name, such as `null`, may be one now, so its value is checked for the first time.
  if (mended.length > 0) return;
  holds(brought.length === 0, 'renaming brings no error', () => [text, brought]);
}

function isRepeated({ tree }: Analysis, at: Position): boolean {
  const offset = tree.lines.offset(at);
  for (const { node } of tree.root ? nodesIn(tree.root) : [])
    if (node.kind === 'alias' && node.target && touches(node.target.span, offset)) return true;
  return false;
}

function errorsOf({ problems }: Analysis): string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
