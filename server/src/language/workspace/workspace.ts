import type { WorkspaceIndex } from '.';

/** A file or folder in a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * The surroundings of a document. The language service reads no disk: the caller provides this, or omits it if nothing
 * is known.
 */
export interface Workspace {
  /** The dstack files of the workspace, with open documents as they are now. */
  readonly index: WorkspaceIndex;
  /** The content of the folder with this URI; empty if there is no such folder or it is outside the workspace. */
  entries(folder: string): readonly Entry[];
  /** Whether the workspace has this file. */
  isFile(uri: string): boolean;
  /** The path of a file within its workspace folder, with the folder's name if there are several, for people to read. */
  pathOf(uri: string): string;
  /** The path of a file within its workspace folder, where a terminal of the editor starts; else its name. */
  pathInFolder(uri: string): string;
}
