import type { Position, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../../server/src/language/analysis';
import { summarise } from '../../../server/src/language/workspace/summary';
import type { Workspace } from '../../../server/src/language/workspace/workspace';
import { cursorIn } from './cursor';
import { analysisOf, textAt } from './analysis';
import { workspaceOf } from './workspace';

/** Files by path, and the cursor in one of them. */
export interface Files {
  readonly workspace: Workspace;
  readonly analyses: ReadonlyMap<string, Analysis>;
  readonly analysis: Analysis;
  readonly position: Position;
  /** A place as `PATH:LINE TEXT`. */
  show(place: { readonly uri: string; readonly range: Range }): string;
}

/**
 * A workspace of these texts, which have all been read. A `$0` in one of them marks the cursor; else it is at the
 * first's start.
 */
export function filesOf(files: Readonly<Record<string, string>>): Files {
  const analyses = new Map<string, Analysis>();
  let cursor: { readonly uri: string; readonly offset: number } | undefined;
  for (const [path, marked] of Object.entries(files)) {
    const uri = `file:///w/${path}`;
    const { text, offset } = marked.includes('$0') ? cursorIn(marked) : { text: marked, offset: 0 };
    if (marked.includes('$0') || !cursor) cursor = { uri, offset };
    analyses.set(uri, analysisOf(text, uri));
  }
  const workspace = workspaceOf();
  for (const one of analyses.values()) workspace.index.put(summarise(one));
  workspace.index.complete = true;
  const profiles = [...analyses.values()].find(({ kind }) => kind === 'profiles')?.source;
  const analysis = cursor && analyses.get(cursor.uri);
  if (!cursor || !analysis) throw new Error('There are no files');
  return {
    workspace: { ...workspace, profiles: () => profiles },
    analyses,
    analysis,
    position: analysis.tree.lines.position(cursor.offset),
    show: ({ uri, range }) => {
      const found = analyses.get(uri);
      const text = found ? textAt(found, range) : '?';
      return `${workspace.pathOf(uri)}:${String(range.start.line)} ${text}`;
    },
  };
}
