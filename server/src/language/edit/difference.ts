import type { Edit } from './edit';

/** One edit that makes `after` of `before`: from the first character that differs to the last. */
export function difference(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  while (isInside(before, start) || isInside(after, start)) start--;
  while (isInside(before, before.length - end) || isInside(after, after.length - end)) end--;
  return {
    span: { start, end: before.length - end },
    newText: after.slice(start, after.length - end),
  };
}

/** Whether an offset is in a line break or a character of two units, where no edit can begin or end. */
function isInside(text: string, offset: number): boolean {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(offset - 1, offset + 1));
}
