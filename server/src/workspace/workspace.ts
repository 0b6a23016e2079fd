import { createHash } from 'node:crypto';
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
import { Changes } from './changes';
import { Folders, pathOf } from './folders';
import { dstackFiles } from './walk';

/** What a workspace needs of the open documents. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  analysisOf(document: TextDocument): Analysis;
}

/** More files than any project has; what is past them is left out. */
const MAX_FILES = 20_000;

/** The workspace on the disk. Files are read one after the other, each in a turn of its own, and not kept. */
export class DiskWorkspace implements Workspace {
  private readonly known = new WorkspaceIndex();
  /** Open documents that have changed since they were summarised. */
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
      if (document) this.known.put(summarise(this.documents.analysisOf(document)));
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
   * Reads all dstack files of the workspace, also those that it knows. Resolves when it is done or stopped; `progress` gets the number of files
   * read so far.
   */
  async build(progress: (files: number) => void = () => undefined): Promise<void> {
    const gone = new Set(this.hashes.keys());
    let files = 0;
    try {
      await this.readFolders(this.folders.all, (uri) => {
        gone.delete(uri);
        progress(++files);
      });
      if (!this.stopped) for (const uri of gone) this.forget(uri);
    } finally {
      this.built.resolve();
    }
  }

  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders.change(added, removed);
    for (const { uri } of [...this.known.all()]) {
      if (removed.some((folder) => uri.startsWith(`${folder.replace(/\/$/, '')}/`))) {
        this.forget(uri);
      }
    }
    await this.readFolders(
      added.flatMap((uri) => pathOf(uri) ?? []),
      () => undefined,
    );
  }

  /** A file has changed on the disk, or is gone. Only this one is read again. */
  async refresh(uri: string): Promise<void> {
    await this.analyse(uri);
    this.changes.schedule();
  }

  /** A file as it is on the disk; undefined where there is none, and where the document is open. */
  async analyse(uri: string): Promise<Analysis | undefined> {
    const path = this.folders.inside(uri);
    if (path === undefined && !this.documents.get(uri)) this.forget(uri);
    return path === undefined ? undefined : this.readFile(path, uri);
  }

  /** A hash of a file as it was read last. */
  hashOf(uri: string): string | undefined {
    return this.hashes.get(uri);
  }

  /** An open document has changed; it is looked at when somebody asks. */
  documentChanged(uri: string): void {
    this.changed.add(uri);
    this.changes.schedule();
  }

  /** A document was closed: what is on the disk counts again. */
  async documentClosed(uri: string): Promise<void> {
    this.changed.delete(uri);
    this.fileChanges++;
    await this.refresh(uri);
  }

  stop(): void {
    this.stopped = true;
    this.built.resolve();
    this.changes.stop();
  }

  private async readFolders(
    paths: readonly string[],
    onFile: (uri: string) => void,
  ): Promise<void> {
    this.known.complete = false;
    for (const folder of paths) {
      for await (const path of dstackFiles(folder)) {
        if (this.stopped || this.known.size >= MAX_FILES) return;
        const uri = pathToFileURL(path).href;
        await this.readFile(path, uri);
        onFile(uri);
        // Requests come first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    this.known.complete = true;
    this.changes.schedule();
  }

  private async readFile(path: string, uri: string): Promise<Analysis | undefined> {
    // An open document is what the user sees; the disk is older.
    if (this.isOpen(uri)) return undefined;
    try {
      const { size } = await stat(path);
      if (size > MAX_TEXT_LENGTH) throw new Error('too large');
      const text = await readFile(path, 'utf8');
      if (this.isOpen(uri)) return undefined;
      const analysis = new Analysis({ uri, text });
      const hash = hashOfText(text);
      if (this.hashes.get(uri) !== hash) this.fileChanges++;
      this.hashes.set(uri, hash);
      this.known.put(summarise(analysis));
      return analysis;
    } catch {
      this.forget(uri);
      return undefined;
    }
  }

  private isOpen(uri: string): boolean {
    const isOpen = this.documents.get(uri) !== undefined;
    if (isOpen) this.changed.add(uri);
    return isOpen;
  }

  private forget(uri: string): void {
    this.known.remove(uri);
    if (this.hashes.delete(uri)) this.fileChanges++;
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
