import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  Analysis,
  decode,
  environmentOf,
  MAX_TEXT_LENGTH,
  WorkspaceIndex,
  type Entry,
  type Environment,
  type Workspace,
} from '../language';
import { Batch } from './batch';
import { Changes } from './changes';
import { Folders } from './folders';
import { keyOf, pathOf } from './uris';
import { dstackFiles, Walk } from './walk';

/** What a workspace needs of the open documents. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  analysisOf(document: TextDocument): Analysis;
}

/** More files than any project has; what is past them is left out. */
const MAX_FILES = 20_000;

/** Folders that were opened and closed. */
interface FolderChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

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
  private readonly opened = new Batch<FolderChange>((changes) => this.readChanges(changes));
  private readonly changedFolders = new Batch<string>((uris) => this.refreshFolders(uris));

  constructor(
    folderUris: readonly string[],
    private readonly documents: OpenDocuments,
    private readonly environment: () => Environment = () => environmentOf(),
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
  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders.change(added, removed);
    return this.opened.add({ added, removed });
  }

  private async readChanges(changes: readonly FolderChange[]): Promise<void> {
    const gone = new Folders(changes.flatMap(({ removed }) => removed));
    const look = new Look(this.folders);
    for (const { uri } of [...this.known.all()]) {
      const path = pathOf(uri);
      if (path === undefined || gone.around(path).length === 0) continue;
      if (!(await look.finds(path)) && !this.isOpen(uri)) this.forget(uri);
    }
    const added = new Folders(changes.flatMap((change) => change.added));
    const open = added.all.filter((folder) => this.folders.has(folder));
    await this.readFolders(open, () => undefined);
  }

  /** A file has changed on the disk, or is gone. Only this one is read again. */
  async refresh(uri: string): Promise<void> {
    await this.analyse(uri);
    this.changes.schedule();
  }

  /** A folder has come or gone, or ignores other files: what is below it is read again, and nothing else. */
  refreshFolder(uri: string): Promise<void> {
    return this.changedFolders.add(uri);
  }

  private async refreshFolders(uris: readonly string[]): Promise<void> {
    const changed = new Folders(uris);
    const isBelow = (path: string) => changed.around(path).length > 0;
    const gone = new Set([...this.hashes.keys()].filter((key) => isBelow(pathOf(key) ?? '')));
    const found = (file: string) => gone.delete(keyOf(file));
    for (const folder of this.folders.all)
      if (isBelow(folder)) await this.readFolder(folder, undefined, found);
    for (const below of changed.all) {
      // What is in another one that has changed is read with that.
      if (changed.around(below).length > 1) continue;
      for (const folder of this.folders.around(below))
        if (!isBelow(folder)) await this.readFolder(folder, undefined, found, below);
    }
    for (const key of gone) if (!this.isOpen(key)) this.forget(key);
    this.changes.schedule();
  }

  /**
   * A file as it is on the disk; undefined where there is none, and where the document is open.
   *
   * @param look for one of many files that are looked at together
   */
  async analyse(uri: string, look = this.look()): Promise<Analysis | undefined> {
    const path = pathOf(uri);
    if (path !== undefined && (await look.finds(path))) return this.read(path);
    if (!this.isOpen(uri)) this.forget(uri);
    return undefined;
  }

  /** For looking at many files together. */
  look(): Look {
    return new Look(this.folders);
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
    for await (const path of dstackFiles(folder, isWanted, below)) {
      this.read(path);
      onFile(pathToFileURL(path).href);
      // Requests come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private goesOn(cancellation: Cancellation | undefined): boolean {
    if (this.stopped || cancellation?.isCancellationRequested === true) return false;
    return this.known.size < MAX_FILES;
  }

  private read(path: string): Analysis | undefined {
    const uri = pathToFileURL(path).href;
    // It may have been opened, or its folder closed.
    if (this.isOpen(uri) || this.folders.around(path).length === 0) return undefined;
    try {
      const bytes = bytesOf(path);
      if (!bytes) throw new Error('not to be read');
      const decoded = decode(bytes);
      const analysis = new Analysis({ uri, ...decoded }, this.environment());
      const hash = hashOfText(decoded.text);
      if (this.hashes.get(keyOf(uri)) !== hash) this.fileChanges++;
      this.hashes.set(keyOf(uri), hash);
      this.known.put(analysis.summary);
      return analysis;
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

/**
 * Whether walks of the folders come to single paths, so that a single file is known just as all of them are. The folders
 * on the way are read once.
 */
class Look {
  private readonly walks = new Map<string, Walk>();

  constructor(private readonly folders: Folders) {}

  async finds(path: string): Promise<boolean> {
    for (const folder of this.folders.around(path)) {
      const walk = this.walks.get(folder) ?? new Walk(folder);
      this.walks.set(folder, walk);
      if (await walk.finds(path)) return true;
    }
    return false;
  }
}

/**
 * The bytes of a file; undefined where it cannot be read, or is no file or too large. Read at once: for thousands of small
 * files, waiting for each step costs ten times as much. A pipe does not block it.
 */
function bytesOf(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const entry = fstatSync(file);
    return entry.isFile() && entry.size <= MAX_TEXT_LENGTH ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
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
