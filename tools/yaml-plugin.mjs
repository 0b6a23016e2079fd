import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  'node_modules/yaml/browser/dist',
);

/**
 * esbuild plugin: takes the ES modules of `yaml`, none of which does anything when it is loaded, and says so. We use
 * its reading of scalars only; what else it has is then left out, which its package.json alone does not allow.
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
