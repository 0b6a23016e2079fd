import { Uri, workspace, type Disposable } from 'vscode';

/** The scheme of the pages to which the codes of problems link. */
const SCHEME = 'dstack-problem';

/**
 * Serves the page of each problem code as `dstack-problem:/CODE.md`. package.json associates the scheme with the preview
 * of Markdown: the link to a file would open its source.
 */
export function registerProblemPages(extensionUri: Uri): Disposable {
  const folder = Uri.joinPath(extensionUri, 'docs/problems');
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) =>
      new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, path))),
  });
}
