import { readFile, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  Analysis,
  MAX_TEXT_LENGTH,
  summarise,
  WorkspaceIndex,
  type Entry,
  type Workspace,
} from '../language';
import { Folders } from './folders';
import { keyOf, pathOf } from './uris';
import { dstackFiles, isFound } from './walk';

/** What a workspace needs of the open documents. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  analysisOf(document: TextDocument): Analysis;
}

/** More files than any project has; what is past them is left out. */
const MAX_FILES = 20_000;

/** What tells that the user does not want to wait for something any more. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/**
 * The workspace on the disk. Files are read one after the other, each in a turn of its own, and not kept. A file may
 * come under any of its URIs; an open document keeps the one that the client gave it.
 */
export class DiskWorkspace implements Workspace {
  private readonly known = new WorkspaceIndex(keyOf);
  /** The client's URIs of the open documents, by `keyOf`. */
  private readonly open = new Map<string, string>();
  /** URIs of open documents that have changed since they were summarised. */
  private readonly changed = new Set<string>();
  private readonly folders: Folders;
  private stopped = false;

  constructor(
    folderUris: readonly string[],
    private readonly documents: OpenDocuments,
    private readonly onChange: () => void = () => undefined,
  ) {
    this.folders = new Folders(folderUris);
  }

  get index(): WorkspaceIndex {
    for (const uri of this.changed) {
      const document = this.documents.get(uri);
      if (document) this.known.put(summarise(this.documents.analysisOf(document)));
    }
    this.changed.clear();
    return this.known;
  }

  entries(uri: string): readonly Entry[] {
    return this.folders.entries(uri);
  }

  isFile(uri: string): boolean {
    return this.folders.isFile(uri);
  }

  pathOf(uri: string): string {
    return this.folders.label(uri);
  }

  /**
   * Reads all dstack files of the workspace. Resolves when it is done, stopped or cancelled; `progress` gets the number
   * of files read so far. Cancelling ends this reading alone.
   */
  async build(
    progress: (files: number) => void = () => undefined,
    cancellation?: Cancellation,
  ): Promise<void> {
    await this.read(this.folders.all, progress, cancellation);
  }

  /** Folders were opened, which are read, or closed: what lies in none any more is forgotten, unless it is open. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders.change(added, removed);
    const gone = new Folders(removed);
    for (const { uri } of [...this.known.all()]) {
      const path = pathOf(uri);
      if (path === undefined || gone.around(path).length === 0) continue;
      if (!(await this.isFound(path)) && !this.isOpen(uri)) this.known.remove(uri);
    }
    await this.read(new Folders(added).all, () => undefined);
  }

  /** A file has changed on the disk, or is gone. Only this one is read again. */
  async refresh(uri: string): Promise<void> {
    const path = pathOf(uri);
    if (path !== undefined && (await this.isFound(path))) await this.readFile(path);
    else if (!this.isOpen(uri)) this.known.remove(uri);
    this.onChange();
  }

  /** An open document has changed; it is looked at when somebody asks. */
  documentChanged(uri: string): void {
    this.open.set(keyOf(uri), uri);
    this.changed.add(uri);
    this.onChange();
  }

  /** A document was closed: what is on the disk counts again. */
  async documentClosed(uri: string): Promise<void> {
    this.open.delete(keyOf(uri));
    this.changed.delete(uri);
    await this.refresh(uri);
  }

  /** Ends all reading for good. */
  stop(): void {
    this.stopped = true;
  }

  private isOpen(uri: string): boolean {
    return this.open.has(keyOf(uri));
  }

  /** Whether a walk of the folders comes to this path, so that a single file is known just as all of them are. */
  private async isFound(path: string): Promise<boolean> {
    for (const folder of this.folders.around(path)) {
      if (await isFound(folder, path)) return true;
    }
    return false;
  }

  private async read(
    folders: readonly string[],
    progress: (files: number) => void,
    cancellation?: Cancellation,
  ): Promise<void> {
    let count = 0;
    for (const folder of folders) {
      const isWanted = () =>
        !this.stopped &&
        cancellation?.isCancellationRequested !== true &&
        this.known.size < MAX_FILES &&
        this.folders.all.includes(folder);
      for await (const path of dstackFiles(folder, isWanted)) {
        await this.readFile(path);
        progress(++count);
        // Requests come first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    this.onChange();
  }

  private async readFile(path: string): Promise<void> {
    const uri = pathToFileURL(path).href;
    // An open document is what the user sees; the disk is older.
    if (this.isOpen(uri)) return;
    try {
      const { size } = await stat(path);
      const text = size > MAX_TEXT_LENGTH ? '' : await readFile(path, 'utf8');
      // While it was read, it may have been opened, or its folder closed.
      if (this.isOpen(uri) || this.folders.around(path).length === 0) return;
      this.known.put(summarise(new Analysis({ uri, text })));
    } catch {
      if (!this.isOpen(uri)) this.known.remove(uri);
    }
  }
}
