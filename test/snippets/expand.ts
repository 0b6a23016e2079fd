/**
 * The text that a snippet has when the user presses Tab until the end: defaults and first choices. Knows the parts of
 * VS Code's snippet syntax that our snippets use: `$0`, `${1:default}`, `${1|a,b|}`, `\$`, `\}`, `\\`.
 */
export function expandSnippet(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\\([$}\\])|\$0|\$\{\d+:([^{}]*)\}|\$\{\d+\|([^,|]*)[^|]*\|\}/g, (...match: string[]) => {
      const [, escaped = '', text = '', choice = ''] = match;
      return escaped + text + choice;
    });
}
