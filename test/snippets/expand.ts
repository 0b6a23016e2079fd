/**
 * The text that a snippet has when the user presses Tab until the end: defaults, and of each list of choices the one
 * at `choice`, or its last. Knows the parts of VS Code's snippet syntax that our snippets use: `$0`, `${1:default}`,
 * `${1|a,b|}`, `\$`, `\}`, `\\`.
 */
export function expandSnippet(body: readonly string[], choice = 0): string {
  return body
    .join('\n')
    .replace(/\\([$}\\])|\$0|\$\{\d+:([^{}]*)\}|\$\{\d+\|([^|]*)\|\}/g, (...match: string[]) => {
      const [, escaped = '', text = '', choices = ''] = match;
      const list = choices.split(',');
      return escaped + text + (list[choice] ?? list.at(-1) ?? '');
    });
}
