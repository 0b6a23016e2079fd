import { fileURLToPath, pathToFileURL } from 'node:url';

/** Characters of a URI that can be a path: no system has longer ones, and the folders of each are looked up. */
const LONGEST = 32_768;

const ON_WINDOWS = process.platform === 'win32';

const SCHEME = 'file://';

/**
 * The path of a `file:` URI, on Windows with the drive in lower case, since clients write it either way; undefined for
 * other schemes, for invalid URIs, and for URIs that are longer than a path can be.
 */
export function pathOf(uri: string, windows = ON_WINDOWS): string | undefined {
  try {
    if (!uri.startsWith('file:') || uri.length > LONGEST) return undefined;
    if (!windows && isPlain(uri)) return uri.slice(SCHEME.length);
    const path = fileURLToPath(uri, { windows });
    return windows ? path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase()) : path;
  } catch {
    return undefined;
  }
}

/** Paths that are the same in a URI: most paths. The conversions of Node would take longer than reading the file. */
const PLAIN = /^(?:\/(?!\.\.?(?:\/|$))[\w.-]+)+$/;

/** The URI of an absolute path. */
export function uriOf(path: string): string {
  return !ON_WINDOWS && PLAIN.test(path) ? SCHEME + path : pathToFileURL(path).href;
}

/**
 * One text for all URIs of a file: clients escape more characters than Node does, for example VS Code `@` and `:`. A
 * URI of another scheme is not changed.
 */
export function keyOf(uri: string, windows = ON_WINDOWS): string {
  if (!windows && isPlain(uri)) return uri;
  const path = pathOf(uri, windows);
  return path === undefined ? uri : pathToFileURL(path, { windows }).href;
}

function isPlain(uri: string): boolean {
  return uri.startsWith(SCHEME) && PLAIN.test(uri.slice(SCHEME.length));
}
