import type { WorkspaceIndex } from '.';
import type { NotUtf8 } from '../yaml/encoding';

/** A file or folder in a folder. */
export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** The text of a file of profiles. */
export interface Profiles {
  readonly uri: string;
  readonly text: string;
  /** Set if the text was read from bytes that are not UTF-8. */
  readonly notUtf8?: NotUtf8;
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
  /** The profiles that apply to the runs of a file, if there are any: `.dstack/profiles.yml` of its workspace folder. */
  profiles?(uri: string): Profiles | undefined;
}
