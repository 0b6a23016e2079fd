import { trimmed } from './paths';

/** Characters of a URI that can be a path: no system has longer ones, and the folders of each are looked up. */
const LONGEST = 32_768;

/** A browser has no `process`; its paths are not those of Windows. */
const ON_WINDOWS = typeof process === 'object' && process.platform === 'win32';

const SCHEME = 'file://';

/**
 * The path of a URI as in paths.ts; the drive of Windows in lower case, since clients write it either way. Undefined for
 * invalid URIs, those with a query or without folders, and those that are longer than a path can be.
 */
export function pathOf(uri: string, windows = ON_WINDOWS): string | undefined {
  if (uri.length > LONGEST) return undefined;
  if (!windows && isPlain(uri)) return uri.slice(SCHEME.length);
  try {
    const { protocol, host, pathname, search } = new URL(uri);
    // A slash within a name cannot be told from one between names.
    if (search !== '' || !pathname.startsWith('/') || /%2f/i.test(pathname)) return undefined;
    const path = decodeURIComponent(pathname);
    if (protocol !== 'file:') return trimmed(`${protocol}//${host}${path}`);
    return windows ? pathOnWindows(host, path) : host === '' ? trimmed(path) : undefined;
  } catch {
    return undefined;
  }
}

function pathOnWindows(host: string, path: string): string | undefined {
  if (path.includes('\\')) return undefined;
  if (host !== '') return trimmed(`//${host}${path}`);
  if (!/^\/[a-zA-Z]:/.test(path)) return undefined;
  return trimmed(path.slice(1).replace(/^[A-Z]/, (drive) => drive.toLowerCase()));
}

/** Paths that are the same in a URI: most paths. The conversion would take longer than reading the file. */
const PLAIN = /^(?:\/(?!\.\.?(?:\/|$))[\w.-]+)+$/;

/** The URI of a path as in paths.ts. */
export function uriOf(path: string, windows = ON_WINDOWS): string {
  if (!windows && PLAIN.test(path)) return SCHEME + path;
  const [, scheme, host = '', rest = ''] =
    /^([a-zA-Z][a-zA-Z\d+.-]+):\/\/([^/]*)(\/.*)$/s.exec(path) ?? [];
  if (scheme !== undefined)
    return new URL(`${scheme}:${host === '' ? '' : `//${host}`}${escaped(rest)}`).href;
  return new URL(
    path.startsWith('//') ? `file:${escaped(path)}` : `file:///${escaped(path.replace(/^\//, ''))}`,
  ).href;
}

/**
 * One text for all URIs of a file: clients escape more characters than others, for example VS Code `@` and `:`. A URI
 * that has no path is not changed.
 */
export function keyOf(uri: string, windows = ON_WINDOWS): string {
  if (!windows && isPlain(uri)) return uri;
  const path = pathOf(uri, windows);
  return path === undefined ? uri : uriOf(path, windows);
}

function isPlain(uri: string): boolean {
  return uri.startsWith(SCHEME) && PLAIN.test(uri.slice(SCHEME.length));
}

/** What would not be part of the path in a URI. `URL` escapes the rest. */
function escaped(path: string): string {
  return path.replace(/[%\\\n\r\t?#]/g, encodeURIComponent);
}
