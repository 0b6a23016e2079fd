import pages from 'problem-pages';

const PAGES: ReadonlyMap<string, string> = new Map(Object.entries(pages));

/** The page of a problem code, as Markdown; undefined if there is none. */
export function explain(code: string): string | undefined {
  return PAGES.get(code);
}
