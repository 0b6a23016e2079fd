import { fileURLToPath, pathToFileURL } from 'node:url';

const ON_WINDOWS = process.platform === 'win32';

/**
 * The path of a `file:` URI, on Windows with the drive in lower case, since clients write it either way; undefined for
 * other schemes and for what is no URI.
 */
export function pathOf(uri: string, windows = ON_WINDOWS): string | undefined {
  try {
    if (!uri.startsWith('file:')) return undefined;
    const path = fileURLToPath(uri, { windows });
    return windows ? path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase()) : path;
  } catch {
    return undefined;
  }
}

/**
 * One text for all URIs of a file: clients escape more characters than Node does, VS Code `@` and `:` among them. A URI
 * of another scheme stays as it is.
 */
export function keyOf(uri: string, windows = ON_WINDOWS): string {
  const path = pathOf(uri, windows);
  return path === undefined ? uri : pathToFileURL(path, { windows }).href;
}
