/** How long ago a time is, in the largest unit: `just now`, `5 min ago`, `3 h ago`, `2 d ago`. */
export function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${String(minutes)} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${String(hours)} h ago` : `${String(Math.floor(hours / 24))} d ago`;
}

/** A text for a place in which VS Code shows icons, such as a lens: what a server says is never one. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}
