/**
 * The text of a snippet after the user has pressed Tab until the end: defaults, and from each list of choices the one
 * at `choice`, or the last. Knows the parts of LSP's snippet syntax that ours use: `$0`, which stays, `${1:default}`,
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
