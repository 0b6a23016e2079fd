import tseslint from 'typescript-eslint';
import { lookupByText } from './tools/lint-lookup.mjs';

const language = 'server/src/language';

const VSCODE = ['^vscode$', 'Only client/src imports vscode.'];
const YAML = ['^yaml$', 'Only language/yaml imports the yaml package.'];
const NETWORK = [
  '^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)',
  'Only client/src/live/request.ts uses the network.',
];
const VALIDATORS = ['^(compiled-validators|ajv)', 'Only validate/structure uses ajv.'];
const OUTSIDE = [
  '^(node:|vscode-languageserver(/|$))',
  'The language service knows no disk, no process and no connection.',
];

const NODE = [
  '^(node:|vscode-languageserver/node$)',
  'A server also runs in a browser: what Node has is given by lsp/node, and the disk is DISK.',
];

/** Import direction: the folders of the language service as layers, each above those before it. */
const LAYERS = [
  'base',
  'l10n',
  'problem',
  'python',
  'catalogue',
  'starters',
  'shell',
  'yaml',
  'pydantic',
  'shorthand',
  'schema',
  'release',
  'coerce',
  'validate',
  'edit',
  'live',
  'workspace',
  'environment',
  'analysis',
  'cursor',
  'names',
  'meaning',
  'unfinished',
  'fixes',
  'refactor',
  'features',
];

/** The files of a layer import nothing from a layer above. */
const upward = (layer) => [
  `^\\.\\./(.*/)?(${LAYERS.slice(LAYERS.indexOf(layer) + 1).join('|')})(/|$)`,
  `Layers point downwards only: ${LAYERS.join(' < ')}.`,
];

/** A feature is a file or a folder of `features`; none imports another. */
const SIBLING = 'A feature imports no other feature: what two of them need is in a layer below.';
const FEATURES = [
  { files: [`${language}/features/*.ts`], siblings: '^\\./' },
  { files: [`${language}/features/*/*.ts`], siblings: '^\\.\\./(?!\\.\\.)' },
  { files: [`${language}/features/*/*/*.ts`], siblings: '^(\\.\\./){2}(?!\\.\\.)' },
];

/** The page has no Node; only its worker has the language service, of which the page may know types and constants. */
const PAGE = [
  ['^node:', 'The playground runs in a browser.'],
  ['(^|/)(client|test|tools)/', 'The playground knows only the language service.'],
  [
    'server/src/(?!language/(features/(release|starters)|release/version|schema/dstack-version)$)',
    'What is larger than types and constants is for the worker.',
  ],
];
const WORKER = [
  PAGE[0],
  PAGE[1],
  ['server/src/(disk|cli|mcp|agents|library)/', 'The worker uses the language service.'],
];

/** The halves of the extension share no code, only the shapes of two messages, and nothing imports tests or tools. */
const PARTS = {
  client: [
    '(^|/)(server/(?!src/language/live/(facts|plan-input)$)|test/|tools/)',
    'The client talks to the server over LSP only.',
  ],
  server: ['(^|/)(client|test|tools)/', 'The server knows no client.'],
};

const LANGUAGE = [PARTS.server, VSCODE, OUTSIDE];

const restricted = (...rules) => ({
  'no-restricted-imports': [
    'error',
    { patterns: rules.map(([regex, message]) => ({ regex, message })) },
  ],
});

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', '**/*.d.ts'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'before'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['client/**/*.ts', 'server/**/*.ts', 'playground/**/*.ts'],
    plugins: { house: { rules: { 'lookup-by-text': lookupByText } } },
    rules: { 'house/lookup-by-text': 'error' },
  },
  { files: ['client/**/*.ts'], rules: restricted(PARTS.client, YAML, VALIDATORS, NETWORK) },
  // What reads the user's own configuration of dstack, and what edits a file and finds places in it without the server.
  {
    files: ['client/src/live/connection.ts', 'client/src/live/plan/{edit,place}.ts'],
    rules: restricted(PARTS.client, VALIDATORS, NETWORK),
  },
  { files: ['client/src/live/request.ts'], rules: restricted(PARTS.client, YAML, VALIDATORS) },
  { files: ['server/src/**/*.ts'], rules: restricted(PARTS.server, VSCODE, YAML) },
  {
    files: ['server/src/{disk,lsp}/**/*.ts'],
    ignores: [
      'server/src/lsp/{node/*,transport/{framing,last-answers,streams}}.ts',
      'server/src/disk/{listings,node-files,package}.ts',
    ],
    rules: restricted(PARTS.server, VSCODE, YAML, NODE),
  },
  {
    files: ['playground/src/**/*.ts'],
    rules: restricted(...PAGE, VSCODE, YAML, VALIDATORS, NETWORK),
  },
  {
    files: ['playground/src/worker/*.ts'],
    rules: restricted(...WORKER, VSCODE, YAML, VALIDATORS, NETWORK),
  },
  { files: [`${language}/*.ts`], rules: restricted(...LANGUAGE, YAML, VALIDATORS) },
  ...LAYERS.map((layer) => ({
    files: [`${language}/${layer}/**/*.ts`],
    rules: restricted(
      ...LANGUAGE,
      ...(layer === 'yaml' ? [] : [YAML]),
      ...(layer === 'validate' ? [] : [VALIDATORS]),
      ...(layer === LAYERS.at(-1) ? [] : [upward(layer)]),
    ),
  })),
  ...FEATURES.map(({ files, siblings }) => ({
    files,
    rules: restricted(...LANGUAGE, YAML, VALIDATORS, [siblings, SIBLING]),
  })),
  { files: [`${language}/schema/*.ts`, 'test/**/*.ts'], rules: { 'max-lines': 'off' } },
);
