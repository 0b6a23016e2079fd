import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { SERVER } from '../server/server-process';
import { repositoryPath } from '../repository';

/** A folder with a Git repository of dstack files, and a home in which an editor finds our server and nothing else. */
export class Scene {
  private readonly root = mkdtempSync(join(tmpdir(), 'dstack-editor-'));
  /** The folder of the repository. */
  readonly folder = join(this.root, 'work');
  readonly home = join(this.root, 'home');

  constructor(files: Readonly<Record<string, string>>) {
    mkdirSync(join(this.folder, '.git'), { recursive: true });
    mkdirSync(this.home);
    for (const [name, text] of Object.entries(files)) {
      const path = this.path(name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    const command = join(this.home, 'dstack-language-server');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${SERVER}' "$@"\n`);
    chmodSync(command, 0o755);
  }

  /** The variables of an editor. */
  get env(): NodeJS.ProcessEnv {
    const { home } = this;
    return {
      ...process.env,
      HOME: home,
      PATH: [home, process.env['PATH']].join(delimiter),
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      XDG_STATE_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_RUNTIME_DIR: home,
    };
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Writes a file into the home, such as the configuration of an editor, and returns its path. */
  configure(name: string, text: string): string {
    const path = join(this.home, name);
    writeFileSync(path, text);
    return path;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The first block of code of a page of docs/editors in this language: what its readers copy. */
export function recipe(page: string, language: string): string {
  const text = readFileSync(repositoryPath('docs/editors', page), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(text);
  if (!block) throw new Error(`${page} has no ${language}`);
  return block[1] ?? '';
}
