/**
 * The text that a snippet has when the user presses Tab until the end: defaults, and of each list of choices the one
 * at `choice`, or its last. Knows the parts of LSP's snippet syntax that ours use: `$0`, which stays, `${1:default}`,
 * `${1|a,b|}`, and the escapes in them.
 */
export function expandSnippet(snippet: string, choice = 0): string {
  return snippet.replace(
    /\\([$}\\])|\$\{\d+:((?:[^{}\\]|\\.)*)\}|\$\{\d+\|([^|]*)\|\}/g,
    (...match: string[]) => {
      const [, escaped = '', text = '', choices = ''] = match;
      const list = choices.split(',');
      return escaped + text.replace(/\\(.)/g, '$1') + (list[choice] ?? list.at(-1) ?? '');
    },
  );
}
