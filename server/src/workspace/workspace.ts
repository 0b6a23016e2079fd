import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  Analysis,
  decode,
  MAX_TEXT_LENGTH,
  WorkspaceIndex,
  type Entry,
  type Workspace,
} from '../language';
import { Changes } from './changes';
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
  /** A hash of each file on the disk as it was read. */
  private readonly hashes = new Map<string, string>();
  private readonly folders: Folders;
  private stopped = false;
  private readonly built = deferred();
  /** Resolves when the workspace has been read for the first time, or is not going to be. */
  readonly ready = this.built.promise;
  readonly changes = new Changes(() => ({ names: this.index.generation, files: this.fileChanges }));
  private fileChanges = 0;

  constructor(
    folderUris: readonly string[],
    private readonly documents: OpenDocuments,
  ) {
    this.folders = new Folders(folderUris);
  }

  get index(): WorkspaceIndex {
    const changed = [...this.changed];
    // What cannot be read now is not tried again before it changes.
    this.changed.clear();
    for (const uri of changed) {
      const document = this.documents.get(uri);
      if (document) this.known.put(this.documents.analysisOf(document).summary);
    }
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
   * Reads all dstack files of the workspace, also those that it knows. Resolves when it is done, stopped or cancelled;
   * `progress` gets the number of files read so far. Cancelling ends this reading alone.
   */
  async build(
    progress: (files: number) => void = () => undefined,
    cancellation?: Cancellation,
  ): Promise<void> {
    const gone = new Set(this.hashes.keys());
    let files = 0;
    try {
      const isComplete = await this.readFolders(
        this.folders.all,
        (uri) => {
          gone.delete(keyOf(uri));
          progress(++files);
        },
        cancellation,
      );
      if (isComplete) for (const uri of gone) this.forget(uri);
    } finally {
      this.built.resolve();
    }
  }

  /** Folders were opened, which are read, or closed: what lies in none any more is forgotten, unless it is open. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders.change(added, removed);
    const gone = new Folders(removed);
    for (const { uri } of [...this.known.all()]) {
      const path = pathOf(uri);
      if (path === undefined || gone.around(path).length === 0) continue;
      if (!(await this.isFound(path)) && !this.isOpen(uri)) this.forget(uri);
    }
    await this.readFolders(new Folders(added).all, () => undefined);
  }

  /** A file has changed on the disk, or is gone. Only this one is read again. */
  async refresh(uri: string): Promise<void> {
    await this.analyse(uri);
    this.changes.schedule();
  }

  /** A folder has come or gone, or ignores other files: what is below it is read again, and nothing else. */
  async refreshFolder(uri: string): Promise<void> {
    const below = pathOf(uri);
    if (below === undefined) return;
    const changed = new Folders([uri]);
    const isBelow = (path: string) => changed.around(path).length > 0;
    const gone = new Set([...this.hashes.keys()].filter((key) => isBelow(pathOf(key) ?? '')));
    const found = (file: string) => gone.delete(keyOf(file));
    for (const folder of this.folders.all) {
      if (isBelow(folder)) await this.readFolder(folder, undefined, found);
      else if (this.folders.around(below).includes(folder))
        await this.readFolder(folder, undefined, found, below);
    }
    for (const key of gone) if (!this.isOpen(key)) this.forget(key);
    this.changes.schedule();
  }

  /** A file as it is on the disk; undefined where there is none, and where the document is open. */
  async analyse(uri: string): Promise<Analysis | undefined> {
    const path = pathOf(uri);
    if (path !== undefined && (await this.isFound(path))) return this.readFile(path);
    if (!this.isOpen(uri)) this.forget(uri);
    return undefined;
  }

  /** A hash of a file as it was read last. */
  hashOf(uri: string): string | undefined {
    return this.hashes.get(keyOf(uri));
  }

  /** An open document has changed; it is looked at when somebody asks. */
  documentChanged(uri: string): void {
    this.open.set(keyOf(uri), uri);
    this.changed.add(uri);
    this.changes.schedule();
  }

  /** A document was closed: what is on the disk counts again. */
  async documentClosed(uri: string): Promise<void> {
    this.open.delete(keyOf(uri));
    this.changed.delete(uri);
    this.fileChanges++;
    await this.refresh(uri);
  }

  /** Ends all reading for good. */
  stop(): void {
    this.stopped = true;
    this.built.resolve();
    this.changes.stop();
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  /** Whether the document is open, in which case it is what the user sees, and the disk is older. */
  isOpen(uri: string): boolean {
    const open = this.open.get(keyOf(uri));
    if (open !== undefined) this.changed.add(open);
    return open !== undefined;
  }

  /** Whether a walk of the folders comes to this path, so that a single file is known just as all of them are. */
  private async isFound(path: string): Promise<boolean> {
    for (const folder of this.folders.around(path)) {
      if (await isFound(folder, path)) return true;
    }
    return false;
  }

  /** Resolves to whether all files were read. */
  private async readFolders(
    folders: readonly string[],
    onFile: (uri: string) => void,
    cancellation?: Cancellation,
  ): Promise<boolean> {
    this.known.complete = false;
    for (const folder of folders) await this.readFolder(folder, cancellation, onFile);
    const isComplete = this.goesOn(cancellation);
    this.known.complete = isComplete;
    this.changes.schedule();
    return isComplete;
  }

  private async readFolder(
    folder: string,
    cancellation: Cancellation | undefined,
    onFile: (uri: string) => void,
    below = folder,
  ): Promise<void> {
    const isWanted = () => this.goesOn(cancellation) && this.folders.all.includes(folder);
    for await (const path of dstackFiles(folder, isWanted, below)) {
      await this.readFile(path);
      onFile(pathToFileURL(path).href);
      // Requests come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private goesOn(cancellation: Cancellation | undefined): boolean {
    if (this.stopped || cancellation?.isCancellationRequested === true) return false;
    return this.known.size < MAX_FILES;
  }

  private async readFile(path: string): Promise<Analysis | undefined> {
    const uri = pathToFileURL(path).href;
    if (this.isOpen(uri)) return undefined;
    try {
      const entry = await stat(path);
      if (!entry.isFile() || entry.size > MAX_TEXT_LENGTH) throw new Error('not to be read');
      const decoded = decode(await readFile(path));
      // While it was read, it may have been opened, or its folder closed.
      if (this.isOpen(uri) || this.folders.around(path).length === 0) return undefined;
      const analysis = new Analysis({ uri, ...decoded });
      const hash = hashOfText(decoded.text);
      if (this.hashes.get(keyOf(uri)) !== hash) this.fileChanges++;
      this.hashes.set(keyOf(uri), hash);
      this.known.put(analysis.summary);
      return analysis;
    } catch {
      if (!this.isOpen(uri)) this.forget(uri);
      return undefined;
    }
  }

  private forget(uri: string): void {
    this.known.remove(uri);
    if (this.hashes.delete(keyOf(uri))) this.fileChanges++;
  }
}

/** The same for the same text. */
export function hashOfText(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
