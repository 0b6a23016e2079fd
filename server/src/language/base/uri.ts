/** A URI, or a part of one, without its escapes (`%20`); unchanged if a `%` is not an escape. */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
