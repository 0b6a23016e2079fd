import { isList } from '../language/base/lookup';
import type { Connection, InitializeParams } from 'vscode-languageserver';
import { bySource, FetchedFiles, type Answer, type Wanted } from '../disk/fetched-files';
import type { FileEntry, Files, Kind } from '../disk/files';
import { uriOf } from '../disk/uris';
import { extensionOptions } from './extension-options';
import { property } from './property';

/** Our request for folders and files that only the client reaches, such as those of a repository on the web. */
const READ_FILES = 'dstack/readFiles';

/** Paths in one request: answers stay small, and others are served in between. */
const MOST_PATHS = 100;

const NONE: Files = {
  entries: () => [],
  listing: () => [],
  kindOf: () => undefined,
  isFile: () => false,
  read: () => undefined,
  isLarger: () => false,
  realPath: () => undefined,
};

/** The files of a session: those of the disk, if the server reaches one, and those of a client that answers our request. */
export function filesFor(
  disk: Files | undefined,
  connection: Connection,
  params: InitializeParams,
): Files {
  if (!extensionOptions(params).files) return disk ?? NONE;
  const ofClient = new FetchedFiles((wanted) => fetchFrom(connection, wanted));
  return disk ? bySource(disk, ofClient) : ofClient;
}

async function fetchFrom(connection: Connection, { folders, files }: Wanted): Promise<Answer> {
  const all: { folders: Answer['folders'][number][]; files: Answer['files'][number][] } = {
    folders: [],
    files: [],
  };
  for (let at = 0; at < Math.max(folders.length, files.length); at += MOST_PATHS) {
    const part = (paths: readonly string[]) => paths.slice(at, at + MOST_PATHS);
    const answer: unknown = await connection.sendRequest(READ_FILES, {
      folders: part(folders).map((path) => uriOf(path)),
      files: part(files).map((path) => uriOf(path)),
    });
    all.folders.push(...part(folders).map((_, index) => entriesIn(item(answer, 'folders', index))));
    all.files.push(...part(files).map((_, index) => bytesIn(item(answer, 'files', index))));
  }
  return all;
}

/** A faulty client may send anything. */
function item(answer: unknown, key: 'folders' | 'files', index: number): unknown {
  const list = property(answer, key);
  return isList(list) ? list[index] : undefined;
}

/** `[name, kind]` of each entry; undefined for a folder that cannot be read. */
function entriesIn(list: unknown): readonly FileEntry[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((entry: unknown) => {
    const [name, kind]: unknown[] = Array.isArray(entry) ? entry : [];
    // A name with a slash would lead to another folder.
    if (typeof name !== 'string' || /^\.{0,2}$|\//.test(name)) return [];
    return [{ name, kind: isKind(kind) ? kind : 'other' }];
  });
}

function isKind(kind: unknown): kind is Kind {
  return kind === 'file' || kind === 'folder';
}

/** The bytes that a text in Base64 has. */
function bytesIn(base64: unknown): Uint8Array | undefined {
  if (typeof base64 !== 'string') return undefined;
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
