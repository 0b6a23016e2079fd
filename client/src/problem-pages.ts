import { Uri, workspace, type Disposable } from 'vscode';

/** The scheme of the pages to which the codes of problems link. */
const SCHEME = 'dstack-problem';

/**
 * Serves the page of each problem code as `dstack-problem:/CODE.md`. package.json associates the scheme with the preview
 * of Markdown: the link to a file would open its source. The pages are one file, which packs better than one for each.
 */
export function registerProblemPages(extensionUri: Uri): Disposable {
  const file = Uri.joinPath(extensionUri, 'dist/problem-pages.json');
  let pages: Promise<ReadonlyMap<string, string>> | undefined;
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      pages ??= pagesIn(file);
      return (await pages).get(path.slice('/'.length, -'.md'.length));
    },
  });
}

async function pagesIn(file: Uri): Promise<ReadonlyMap<string, string>> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}
