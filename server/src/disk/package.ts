import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder of this package, with `package.json` and `docs/`: a checkout, an extension or an npm package. */
export class Package {
  constructor(private readonly folder: string) {}

  get version(): string {
    const text = readFileSync(join(this.folder, 'package.json'), 'utf8');
    return (JSON.parse(text) as { readonly version: string }).version;
  }

  /** The page about a problem code, in Markdown. Throws if it cannot be read. */
  page(code: string): string {
    return readFileSync(this.pathOf(code), 'utf8');
  }

  /** The URI of the folder with a page for each code. */
  get pagesUri(): string {
    return pathToFileURL(join(this.folder, 'docs', 'problems')).href;
  }

  /** The URI of that page. */
  pageUri(code: string): string {
    return pathToFileURL(this.pathOf(code)).href;
  }

  private pathOf(code: string): string {
    return join(this.folder, 'docs', 'problems', `${code}.md`);
  }
}
