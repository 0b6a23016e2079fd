/** The pages of docs/problems by problem code, as Markdown; set while bundling. */
declare const __PROBLEM_PAGES__: Readonly<Record<string, string>>;

const PAGES: ReadonlyMap<string, string> = new Map(Object.entries(__PROBLEM_PAGES__));

/** The page of a problem code, as Markdown; undefined if there is none. */
export function explain(code: string): string | undefined {
  return PAGES.get(code);
}
