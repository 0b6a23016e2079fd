/** Files of snippets/, which esbuild reads as JSON. */
declare module '*.code-snippets' {
  interface Snippet {
    readonly prefix: string;
    readonly description: string;
    readonly body: readonly string[];
  }

  const snippets: Readonly<Record<string, Snippet>>;
  export default snippets;
}
