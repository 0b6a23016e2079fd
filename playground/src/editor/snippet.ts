/** `\$`, a tab stop `$1`, one with a text `${1:text}`, or with choices `${1|a,b|}`. */
const SPECIAL = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\.|[^\\}])*)|\|((?:\\.|[^\\|])*)\|)?\}/g;

/** CodeMirror goes through tab stops by number; LSP's `$0` is the last. */
const LAST = 999;

/**
 * A snippet of LSP as a template of CodeMirror, which gives every line the indentation of the first: `indentation` is
 * taken off the others. Of choices the first is written. Undefined if a line has less indentation.
 */
export function templateOf(snippet: string, indentation: string): string | undefined {
  const [first = '', ...others] = snippet.split('\n');
  if (others.some((line) => line !== '' && !line.startsWith(indentation))) return undefined;
  const lines = [first, ...others.map((line) => line.slice(indentation.length))];
  return converted(lines.join('\n'), (stop, text) =>
    // A template has no braces in the text of a tab stop.
    /[{}]/.test(text) ? braced(text) : `\${${String(stop === 0 ? LAST : stop)}:${text}}`,
  );
}

/** The text of a snippet without its tab stops. */
export function textOf(snippet: string): string {
  return converted(
    snippet,
    (_, text) => text,
    (text) => text,
  );
}

function converted(
  snippet: string,
  stopOf: (number: number, text: string) => string,
  plain: (text: string) => string = braced,
): string {
  let result = '';
  let end = 0;
  for (const match of snippet.matchAll(SPECIAL)) {
    const [all, escaped, bare, number, text, choices] = match;
    result += plain(snippet.slice(end, match.index));
    end = match.index + all.length;
    if (escaped !== undefined) result += plain(escaped);
    else result += stopOf(Number(bare ?? number), unescaped(text ?? firstOf(choices ?? '')));
  }
  return result + plain(snippet.slice(end));
}

/** The first of some choices; `\,` is a comma in one. */
function firstOf(choices: string): string {
  return /^(?:\\.|[^\\,])*/.exec(choices)?.[0] ?? '';
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

/** A text in a template of CodeMirror, in which braces are special. */
function braced(text: string): string {
  return text.replace(/[{}]/g, '\\$&');
}
