/** Where the cursor goes in the text of a snippet; `start` to `end` is selected. 0 comes last. */
export interface TabStop {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** The text of a snippet, and its stops. */
export interface Expanded {
  readonly text: string;
  /** In the order in which they are visited; at least one. */
  readonly stops: readonly TabStop[];
}

/** `\x`, `$1`, `${1}`, `${1:text}` (also nested), `${1|a,b|}`. */
const PART = /\\([$}\\,|])|\$(\d+)|\$\{(\d+)(?:\}|\|((?:[^|\\]|\\.)*)\|\}|:)|\}/g;

/** Reads LSP's snippet syntax as far as completion items use it (no variables, no transformations). */
export function expandSnippet(snippet: string): Expanded {
  let text = '';
  let from = 0;
  const stops: TabStop[] = [];
  const open: { number: number; start: number }[] = [];
  for (const match of snippet.matchAll(PART)) {
    const [part, escaped, plain, number, choices] = match;
    if (part === '}' && open.length === 0) continue;
    text += snippet.slice(from, match.index) + (escaped ?? '');
    from = match.index + part.length;
    const start = text.length;
    if (plain !== undefined) stops.push({ number: Number(plain), start, end: start });
    if (part === '}') {
      const begun = open.pop();
      if (begun) stops.push({ ...begun, end: start });
    }
    if (number === undefined) continue;
    if (part.endsWith(':')) open.push({ number: Number(number), start });
    else {
      text += (choices?.split(/(?<!\\),/)[0] ?? '').replace(/\\(.)/g, '$1');
      stops.push({ number: Number(number), start, end: text.length });
    }
  }
  text += snippet.slice(from);
  if (!stops.some(({ number }) => number === 0))
    stops.push({ number: 0, start: text.length, end: text.length });
  const order = (stop: TabStop) => (stop.number === 0 ? Infinity : stop.number);
  return { text, stops: stops.sort((a, b) => order(a) - order(b)) };
}
