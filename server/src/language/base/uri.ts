/** A URI, or a part of one, without its escapes (`%20`); as it is where a `%` escapes nothing. */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
