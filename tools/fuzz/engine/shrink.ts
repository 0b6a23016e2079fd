/** Maximum number of attempts to shorten a text. */
const MOST = 1500;

/** Removes from a text what is not needed for the failure: lines first, then ever smaller pieces. */
export async function shrink(
  text: string,
  fails: (text: string) => Promise<boolean>,
): Promise<string> {
  let shortest = text;
  let tries = 0;
  const attempt = async (shorter: string): Promise<boolean> => {
    if (shorter.length >= shortest.length || ++tries > MOST || !(await fails(shorter)))
      return false;
    shortest = shorter;
    return true;
  };
  for (let before = ''; before !== shortest && tries < MOST;) {
    before = shortest;
    await withoutLines(() => shortest, attempt);
    for (let size = shortest.length >> 1; size >= 1; size >>= 1) {
      for (let at = 0; at < shortest.length;) {
        const shorter = shortest.slice(0, at) + shortest.slice(at + size);
        if (!(await attempt(shorter))) at += size;
      }
    }
  }
  return shortest;
}

async function withoutLines(
  current: () => string,
  attempt: (text: string) => Promise<boolean>,
): Promise<void> {
  for (let index = 0; ;) {
    const lines = current().split(/(?<=\n)/);
    if (index >= lines.length) return;
    const shorter = lines.filter((_, other) => other !== index).join('');
    if (!(await attempt(shorter))) index++;
  }
}
