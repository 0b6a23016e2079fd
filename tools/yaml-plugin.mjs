import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  'node_modules/yaml/browser/dist',
);

/**
 * esbuild plugin: uses the ES modules of `yaml`, none of which has a side effect when it is loaded, and marks them so.
 * We use only its reading of scalars; the rest is then left out, which its package.json alone does not allow.
 */
export const partOfYaml = {
  name: 'part-of-yaml',
  setup(builder) {
    builder.onResolve({ filter: /^yaml$/ }, () => ({
      path: join(modules, 'index.js'),
      sideEffects: false,
    }));
    builder.onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
      resolveDir.startsWith(modules)
        ? { path: join(resolveDir, path), sideEffects: false }
        : undefined,
    );
  },
};
