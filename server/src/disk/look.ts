import type { Folders } from './folders';
import { Walk } from './walk';

/**
 * Whether a walk of the folders would reach a path, so a single file is treated like all files. The folders on the way
 * are read once.
 */
export class Look {
  private readonly walks = new Map<string, Walk>();

  constructor(private readonly folders: Folders) {}

  finds(path: string): boolean {
    return this.folders.around(path).some((folder) => this.walk(folder).finds(path));
  }

  /** The walk of one of the folders. */
  walk(folder: string): Walk {
    const walk = this.walks.get(folder) ?? new Walk(folder);
    this.walks.set(folder, walk);
    return walk;
  }
}
