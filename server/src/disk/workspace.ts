import {
  Analysis,
  decode,
  environmentOf,
  MAX_FILE_BYTES,
  WorkspaceIndex,
  type Entry,
  type Environment,
  type Profiles,
  type Workspace,
} from '../language';
import { Batch } from './batch';
import { Changes } from './changes';
import { isConfiguration } from './configuration';
import type { Files } from './files';
import { Folders } from './folders';
import { hashOfText } from './hash';
import { Look } from './look';
import { Pins } from './pins';
import { profilesFor } from './profiles';
import type { Cancellation, FolderChange, OpenDocuments, ReadListener } from './reading';
import { Turns } from './turns';
import { keyOf, pathOf, uriOf } from './uris';
import { dstackFiles } from './walk';

/** More files than any project has; further files are ignored. */
const MAX_FILES = 20_000;

/**
 * The workspace on disk. Files are read one after the other, in turns, and not kept. A file may have several URIs; an
 * open document keeps the one that the client uses.
 */
export class DiskWorkspace implements Workspace {
  private readonly known = new WorkspaceIndex(keyOf);
  /** The client's URIs of the open documents, by `keyOf`. */
  private readonly open = new Map<string, string>();
  /** URIs of open documents that have changed since they were summarised. */
  private readonly changed = new Set<string>();
  /** A hash of each file on the disk as it was read. */
  private readonly hashes = new Map<string, string>();
  private readonly listeners = new Set<ReadListener>();
  private readonly folders: Folders;
  /** The releases of dstack that the projects of the workspace pin. */
  readonly pins: Pins;
  /** Files whose ignore rules are too long to be used. */
  readonly unusedRules = new Set<string>();
  private stopped = false;
  private endOfBuilding: () => void = () => undefined;
  /** Resolves when the workspace has been read for the first time, or is not going to be. */
  readonly ready = new Promise<void>((resolve) => (this.endOfBuilding = resolve));
  readonly changes = new Changes(() => ({ names: this.index.generation, files: this.fileChanges }));
  private fileChanges = 0;
  private readonly opened = new Batch<FolderChange>((changes) => this.readChanges(changes));
  private readonly changedFolders = new Batch<string>((uris) => this.refreshFolders(uris));
  private readonly changedFiles = new Batch<string>((uris) => this.refreshFiles(uris));

  constructor(
    private readonly files: Files,
    folderUris: readonly string[],
    private readonly documents: OpenDocuments,
    private readonly environment: (uri: string) => Environment = () => environmentOf(),
  ) {
    this.folders = new Folders(files, folderUris);
    this.pins = new Pins(files, this.folders);
  }

  get index(): WorkspaceIndex {
    const changed = [...this.changed];
    // A file that cannot be read is not tried again until it changes.
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

  pathInFolder(uri: string): string {
    return this.folders.pathInFolder(uri);
  }

  profiles(uri: string): Profiles | undefined {
    const textOf = (key: string) => this.documents.get(this.open.get(key) ?? '')?.getText();
    return profilesFor(uri, this.folders, textOf);
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
    for (const folder of this.folders.all) this.files.fetched?.outdated(folder);
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
      this.endOfBuilding();
    }
  }

  /**
   * Folders were opened or closed. New folders are read; files that are no longer in any folder are forgotten, unless
   * they are open.
   */
  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders.change(added, removed);
    return this.opened.add({ added, removed });
  }

  private async readChanges(changes: readonly FolderChange[]): Promise<void> {
    const gone = this.folders.like(changes.flatMap(({ removed }) => removed));
    const look = new Look(this.files, this.folders);
    const turns = new Turns();
    for (const { uri } of [...this.known.all()]) {
      if (turns.isOver) await turns.next();
      const path = pathOf(uri);
      if (path === undefined || gone.around(path).length === 0) continue;
      if (!look.finds(path) && !this.isOpen(uri)) this.forget(uri);
    }
    const added = this.folders.like(changes.flatMap((change) => change.added));
    const open = added.all.filter((folder) => this.folders.has(folder));
    await this.readFolders(open, () => undefined);
  }

  /** A file has changed on disk, or was deleted. Only this file is read again. */
  refresh(uri: string): Promise<void> {
    return this.changedFiles.add(uri);
  }

  /** A file may change faster than it is read, and an older reading must not replace a newer one: batches are in order. */
  private async refreshFiles(uris: readonly string[]): Promise<void> {
    if (uris.some((uri) => !isConfiguration(pathOf(uri) ?? ''))) this.known.filesChanged();
    await this.readAgain([...new Set(uris)]);
    this.changes.schedule();
  }

  /** Reads these files again, unless they are open: they may have changed unseen. */
  async readAgain(uris: readonly string[]): Promise<void> {
    const look = await this.look().fetched(uris.flatMap((uri) => pathOf(uri) ?? []));
    const turns = new Turns();
    for (const uri of uris) {
      if (turns.isOver) await turns.next();
      this.analyse(uri, look);
    }
  }

  /** A folder was created or deleted, or its ignore rules changed: only files below it are read again. */
  refreshFolder(uri: string): Promise<void> {
    return this.changedFolders.add(uri);
  }

  private async refreshFolders(uris: readonly string[]): Promise<void> {
    const changed = this.folders.like(uris);
    for (const folder of changed.all) this.files.fetched?.outdated(folder);
    const isBelow = (path: string) => changed.around(path).length > 0;
    const gone = new Set([...this.hashes.keys()].filter((key) => isBelow(pathOf(key) ?? '')));
    const found = (file: string) => gone.delete(keyOf(file));
    for (const folder of this.folders.all)
      if (isBelow(folder)) await this.readFolder(folder, undefined, found);
    const look = this.look();
    const turns = new Turns();
    for (const below of changed.all) {
      if (turns.isOver) await turns.next();
      // The content of another changed folder is read with that folder.
      if (changed.around(below).length > 1) continue;
      for (const folder of this.folders.around(below))
        if (!isBelow(folder) && (await look.reaches(folder, below)))
          await this.readFolder(folder, undefined, found, below);
    }
    for (const key of gone) if (!this.isOpen(key)) this.forget(key);
    this.known.filesChanged();
    this.changes.schedule();
  }

  /**
   * A file as it is on disk; undefined if it does not exist or if the document is open.
   *
   * @param look for one of many files that are looked at together
   */
  analyse(uri: string, look = this.look()): Analysis | undefined {
    const path = pathOf(uri);
    if (path !== undefined && look.finds(path)) return this.read(path)?.analysis;
    if (!this.isOpen(uri)) this.forget(uri);
    return undefined;
  }

  /** Calls `listener` with each file that is read with its folder from now on, until the function that it returns is called. */
  onRead(listener: ReadListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** For looking at many files together. */
  look(): Look {
    return new Look(this.files, this.folders);
  }

  /** A hash of the file when it was last read. */
  hashOf(uri: string): string | undefined {
    return this.hashes.get(keyOf(uri));
  }

  /** An open document has changed; it is analysed when it is needed. */
  documentChanged(uri: string): void {
    this.open.set(keyOf(uri), uri);
    this.changed.add(uri);
    this.changes.schedule();
  }

  /** A document was closed: the file on disk is used again. */
  async documentClosed(uri: string): Promise<void> {
    this.open.delete(keyOf(uri));
    this.changed.delete(uri);
    this.fileChanges++;
    await this.refresh(uri);
  }

  /** Ends all reading. */
  stop(): void {
    this.stopped = true;
    this.endOfBuilding();
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
    const isWanted = () => this.goesOn(cancellation) && this.folders.has(folder);
    const onUnused = (file: string) => void this.unusedRules.add(file);
    for await (const path of dstackFiles(this.files, folder, isWanted, below, onUnused)) {
      const read = this.read(path);
      if (read) for (const listener of this.listeners) listener(read.analysis, read.hash);
      onFile(uriOf(path));
    }
  }

  private goesOn(cancellation: Cancellation | undefined): boolean {
    if (this.stopped || cancellation?.isCancellationRequested === true) return false;
    return this.known.size < MAX_FILES;
  }

  private read(path: string): { readonly analysis: Analysis; readonly hash: string } | undefined {
    const uri = uriOf(path);
    // It may have been opened, or its folder closed.
    if (this.isOpen(uri) || this.folders.around(path).length === 0) return undefined;
    try {
      const bytes = this.files.read(path, MAX_FILE_BYTES);
      if (!bytes) throw new Error('not to be read');
      const decoded = decode(bytes);
      const analysis = new Analysis({ uri, ...decoded }, this.environment(uri));
      const hash = hashOfText(decoded.text);
      const key = keyOf(uri);
      if (this.hashes.get(key) !== hash) this.fileChanges++;
      this.hashes.set(key, hash);
      this.known.put(analysis.summary);
      return { analysis, hash };
    } catch {
      this.forget(uri);
      return undefined;
    }
  }

  private forget(uri: string): void {
    this.known.remove(uri);
    if (this.hashes.delete(keyOf(uri))) this.fileChanges++;
  }
}
