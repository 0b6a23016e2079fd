import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { repositoryPath } from '../support/repository';

export interface Token {
  readonly text: string;
  /** Without the scope of the grammar itself and without the suffix `.dstack`. */
  readonly scopes: string;
}

/**
 * In place of VS Code's shell grammar: like it, it has strings that run on over lines until they are closed, which
 * is what an embedding grammar must survive.
 */
const SHELL = {
  scopeName: 'source.shell',
  patterns: [
    { include: '#string' },
    { name: 'comment.shell', match: '(?<=^|\\s)#.*$' },
    { name: 'keyword.operator.pipe.shell', match: '[|&;]+' },
  ],
  repository: {
    typical_statements: {
      patterns: [
        {
          name: 'meta.statement.command.shell',
          begin: '(?=[\\w./$-])',
          end: '(?=[;|&]|\\n)(?<!\\\\)',
          patterns: [
            { name: 'entity.name.command.shell', match: '\\G[\\w./-]+' },
            { include: '#string' },
          ],
        },
      ],
    },
    string: {
      patterns: [
        { name: 'string.quoted.double.shell', begin: '"', end: '"' },
        { name: 'string.quoted.single.shell', begin: "'", end: "'" },
        { name: 'string.heredoc.shell', begin: '<<-?\\s*(\\w+)', end: '^\\s*\\1$' },
      ],
    },
  },
};

/** The dstack grammar in VS Code's own tokenizer. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(repositoryPath('node_modules/vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => createOnigScanner(patterns),
      createOnigString: (text) => createOnigString(text),
    }),
    loadGrammar: (scope) => {
      if (scope === 'source.shell') return Promise.resolve(parse(JSON.stringify(SHELL)));
      if (scope !== 'source.dstack') return Promise.resolve(null);
      const path = repositoryPath('syntaxes/dstack.tmLanguage.json');
      return Promise.resolve(parse(readFileSync(path, 'utf8')));
    },
  });
  const grammar = await registry.loadGrammar('source.dstack');
  if (!grammar) throw new Error('no grammar');
  return grammar;
}

function parse(json: string): ReturnType<typeof parseRawGrammar> {
  return parseRawGrammar(json, 'grammar.json');
}

/** The tokens of every line, without those that are only spaces. Throws when a line takes longer than a second. */
export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let stack = INITIAL;
  return text.split(/\r?\n/).map((line) => {
    const result = grammar.tokenizeLine(line, stack, 1000);
    if (result.stoppedEarly) throw new Error(`too slow: ${line.slice(0, 80)}`);
    stack = result.ruleStack;
    return result.tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes
          .slice(1)
          .map((scope) => scope.replace(/\.dstack\b/g, ''))
          .join(' '),
      }))
      .filter((token) => token.text.trim() !== '');
  });
}
