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
   * Reads all dstack files of the workspace. Resolves when it is done or stopped; `progress` gets the number of files
   * read so far.
   */
  async build(progress: (files: number) => void = () => undefined): Promise<void> {
    await this.read(this.folders.all, progress);
  }

  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.folders.change(added, removed);
    for (const { uri } of [...this.known.all()]) {
      if (removed.some((folder) => uri.startsWith(`${folder.replace(/\/$/, '')}/`))) {
        this.known.remove(uri);
      }
    }
    await this.read(
      added.flatMap((uri) => pathOf(uri) ?? []),
      () => undefined,
    );
  }

  /** A file has changed on the disk, or is gone. Only this one is read again. */
  async refresh(uri: string): Promise<void> {
    const path = this.folders.inside(uri);
    if (path === undefined) this.known.remove(uri);
    else await this.readFile(path, uri);
    this.onChange();
  }

  /** An open document has changed; it is looked at when somebody asks. */
  documentChanged(uri: string): void {
    this.changed.add(uri);
    this.onChange();
  }

  /** A document was closed: what is on the disk counts again. */
  async documentClosed(uri: string): Promise<void> {
    this.changed.delete(uri);
    await this.refresh(uri);
  }

  stop(): void {
    this.stopped = true;
  }

  private async read(paths: readonly string[], progress: (files: number) => void): Promise<void> {
    let count = 0;
    for (const folder of paths) {
      for await (const path of dstackFiles(folder)) {
        if (this.stopped || this.known.size >= MAX_FILES) return;
        await this.readFile(path, pathToFileURL(path).href);
        progress(++count);
        // Requests come first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    this.onChange();
  }

  private async readFile(path: string, uri: string): Promise<void> {
    try {
      // An open document is what the user sees; the disk is older.
      if (this.documents.get(uri)) {
        this.changed.add(uri);
        return;
      }
      const { size } = await stat(path);
      const text = size > MAX_TEXT_LENGTH ? '' : await readFile(path, 'utf8');
      if (this.documents.get(uri)) this.changed.add(uri);
      else this.known.put(summarise(new Analysis({ uri, text })));
    } catch {
      this.known.remove(uri);
    }
  }
}
