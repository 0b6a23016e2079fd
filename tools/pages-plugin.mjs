// Bundles the pages of docs/problems as the module `problem-pages`: by problem code, as Markdown.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/problems';

export const problemPages = {
  name: 'problem-pages',
  setup(builder) {
    builder.onResolve({ filter: /^problem-pages$/ }, ({ path }) => ({ path, namespace: path }));
    builder.onLoad({ filter: /.*/, namespace: 'problem-pages' }, () => {
      const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
      const pages = files.map((name) => [
        name.slice(0, -'.md'.length),
        readFileSync(join(FOLDER, name), 'utf8'),
      ]);
      return { contents: JSON.stringify(Object.fromEntries(pages)), loader: 'json' };
    });
  },
};
