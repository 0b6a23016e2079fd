import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The version in package.json, set while bundling. */
declare const __VERSION__: string;

/** The folder of this package, with `docs/`: a checkout, an extension or an npm package. */
export class Package {
  constructor(private readonly folder: string) {}

  readonly version = __VERSION__;

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
