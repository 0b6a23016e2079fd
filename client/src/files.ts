import { FileType, Uri, workspace, type Disposable } from 'vscode';
import type { LanguageClient } from './client';

/** Bytes of a file, at most: dstack reads no larger ones. */
const MOST_BYTES = 3_000_000;

/** Characters of one call of `String.fromCharCode`. */
const CHUNK = 8192;

/** The URIs of folders and files in our request `dstack/readFiles`. */
interface Asked {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/**
 * Answers the server's request for folders and files of the workspace that it does not reach itself, since they are not on
 * its disk. What cannot be read is null in the answer.
 */
export function registerFiles(client: LanguageClient): Disposable {
  return client.onRequest('dstack/readFiles', async ({ folders, files }: Asked) => ({
    folders: await Promise.all(folders.map((uri) => unlessMissing(uri, entries))),
    files: await Promise.all(files.map((uri) => unlessMissing(uri, content))),
  }));
}

/** Nothing is read outside the folders that the user has opened. */
async function unlessMissing<T>(text: string, read: (uri: Uri) => Promise<T>): Promise<T | null> {
  const uri = Uri.parse(text);
  if (!workspace.getWorkspaceFolder(uri)) return null;
  try {
    return await read(uri);
  } catch {
    return null;
  }
}

async function entries(folder: Uri): Promise<readonly (readonly [name: string, kind: string])[]> {
  const found = await workspace.fs.readDirectory(folder);
  return found.map(([name, type]) => [name, kindOf(type)]);
}

/** A link is neither a file nor a folder: it is not followed. */
function kindOf(type: FileType): string {
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

/** The bytes of a file in Base64; null if there are too many. */
async function content(file: Uri): Promise<string | null> {
  if ((await workspace.fs.stat(file)).size > MOST_BYTES) return null;
  const bytes = await workspace.fs.readFile(file);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
