import type { WorkspaceIndex } from '.';

/** A file or folder in a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * What lies around a document. The language service reads no disk: whoever calls it hands this in, or leaves it out
 * where nothing is known.
 */
export interface Workspace {
  /** The dstack files of the workspace, with open documents as they are now. */
  readonly index: WorkspaceIndex;
  /** What is in the folder with this URI; empty where there is no such folder or it lies outside the workspace. */
  entries(folder: string): readonly Entry[];
  /** Whether there is such a file in the workspace. */
  isFile(uri: string): boolean;
  /** The path of a file within its workspace folder, for people to read. */
  pathOf(uri: string): string;
}
