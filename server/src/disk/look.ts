import { MAX_FILE_BYTES } from '../language';
import { complete, type Files } from './files';
import type { Folders } from './folders';
import { Walk } from './walk';

/**
 * Whether a walk of the folders would reach a path, so a single file is treated like all files. The folders on the way
 * are read once.
 */
export class Look {
  private readonly walks = new Map<string, Walk>();

  constructor(
    private readonly files: Files,
    private readonly folders: Folders,
  ) {}

  finds(path: string): boolean {
    return this.folders.around(path).some((folder) => this.walk(folder).finds(path));
  }

  /** Whether a walk of one of the folders would reach a folder below it. */
  async reaches(folder: string, below: string): Promise<boolean> {
    if (this.files.fetched)
      await complete(this.files, () => new Walk(this.files, folder).rulesIn(below));
    return this.walk(folder).rulesIn(below) !== undefined;
  }

  /** A new look, for which these files and what decides about them are fetched; the same for a disk. */
  async fetched(paths: readonly string[]): Promise<Look> {
    const { fetched } = this.files;
    if (!fetched) return this;
    for (const path of paths) fetched.outdated(path);
    return complete(this.files, () => {
      const look = new Look(this.files, this.folders);
      for (const path of paths) if (look.finds(path)) this.files.read(path, MAX_FILE_BYTES);
      return look;
    });
  }

  /** The walk of one of the folders. */
  private walk(folder: string): Walk {
    const walk = this.walks.get(folder) ?? new Walk(this.files, folder);
    this.walks.set(folder, walk);
    return walk;
  }
}
