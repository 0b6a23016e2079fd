import { readFileSync } from 'node:fs';

/** A namespace of `vscode-languageserver-types` as its compiler has written it: a function that fills a variable. */
const NAMESPACE =
  /^export var (\w+);\n\(function \(\1\) \{\n([^]*?)^\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm;

/**
 * esbuild plugin: marks the namespaces of `vscode-languageserver-types` as free of side effects. We use a few constants of
 * them; the rest is then left out, which the way in which they are written does not allow.
 */
export const partOfLspTypes = {
  name: 'part-of-lsp-types',
  setup(builder) {
    builder.onLoad({ filter: /vscode-languageserver-types\/lib\/esm\/main\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
      const contents = text.replace(
        NAMESPACE,
        (_, name, body) =>
          `export var ${name} = /* @__PURE__ */ ((${name}) => {\n${body}return ${name};\n})({});`,
      );
      if (contents === text)
        throw new Error('vscode-languageserver-types is written in another way');
      return { contents };
    });
  },
};
