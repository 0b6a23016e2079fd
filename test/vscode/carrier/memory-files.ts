import * as vscode from 'vscode';

/** Files in memory, by path; folders are there as long as they are not deleted. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, { content: Uint8Array; mtime: number }>();
  private readonly folders = new Set<string>(['/']);
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  /** Adds a file and the folders that it is in. */
  add(path: string, text: string): void {
    this.makeFolders(parentOf(path));
    this.files.set(path, { content: new TextEncoder().encode(text), mtime: Date.now() });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (file) {
      const { content, mtime } = file;
      return { type: vscode.FileType.File, ctime: 0, mtime, size: content.length };
    }
    if (!this.folders.has(path)) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    if (!this.folders.has(path)) throw vscode.FileSystemError.FileNotFound(path);
    const inside = (one: string) => one !== '/' && parentOf(one) === path;
    const named =
      (kind: vscode.FileType) =>
      (one: string): [string, vscode.FileType] => [one.slice(one.lastIndexOf('/') + 1), kind];
    return [
      ...[...this.folders].filter(inside).map(named(vscode.FileType.Directory)),
      ...[...this.files.keys()].filter(inside).map(named(vscode.FileType.File)),
    ];
  }

  createDirectory({ path }: vscode.Uri): void {
    this.makeFolders(path);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const { path } = uri;
    const isNew = !this.files.has(path);
    this.makeFolders(parentOf(path));
    this.files.set(path, { content, mtime: Date.now() });
    this.tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
  }

  delete(uri: vscode.Uri): void {
    for (const path of this.within(uri.path)) {
      this.files.delete(path);
      this.folders.delete(path);
    }
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.makeFolders(parentOf(to.path));
    for (const path of this.within(from.path)) {
      const moved = to.path + path.slice(from.path.length);
      const file = this.files.get(path);
      if (file) this.files.set(moved, file);
      else this.folders.add(moved);
      this.files.delete(path);
      this.folders.delete(path);
    }
    this.tell(vscode.FileChangeType.Deleted, from);
    this.tell(vscode.FileChangeType.Created, to);
  }

  /** A file or folder and what is in it. */
  private within(path: string): readonly string[] {
    const all = [...this.files.keys(), ...this.folders];
    return all.filter((one) => one === path || one.startsWith(`${path}/`));
  }

  private makeFolders(path: string): void {
    if (this.folders.has(path)) return;
    this.makeFolders(parentOf(path));
    this.folders.add(path);
  }

  private tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    // VS Code expects events after the call.
    setTimeout(() => this.changed.fire([{ type, uri }]), 5);
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
