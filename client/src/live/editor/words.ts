import { t } from '../texts';

/** How long ago a time is, in the largest unit: `just now`, `5 min ago`, `3 h ago`, `2 d ago`. */
export function ago(time: number, now: number): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return t('just now');
  if (minutes < 60) return t('{0} min ago', minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t('{0} h ago', hours) : t('{0} d ago', Math.floor(hours / 24));
}

/** A text for a place in which VS Code shows icons, such as a lens: what a server says is never one. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}

/** A text for a document, in which VS Code finds addresses: what a server says is never one that can be clicked. */
export function withoutAddresses(text: string): string {
  return text.replaceAll('://', ': //');
}

/** A text for a message, in which VS Code shows links: what a server says is never one. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
