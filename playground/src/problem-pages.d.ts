/** The pages of docs/problems by problem code, as Markdown; made while bundling by tools/playground/pages-plugin.mjs. */
declare module 'problem-pages' {
  const pages: Readonly<Record<string, string>>;
  export default pages;
}
