/** The offset of the `)` for each `(`, quotes left aside. What has none is not in it. */
export function matchingParentheses(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: char, index } of text.matchAll(/\\[^]|[()]/g)) {
    if (char === '(') open.push(index);
    else if (char === ')') {
      const start = open.pop();
      if (start !== undefined) closing.set(start, index);
    }
  }
  return closing;
}
