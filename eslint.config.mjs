import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const language = 'server/src/language';

/** Import direction: each zone may not import what `from` names. Layers point downwards only. */
const zones = [
  { target: `./${language}`, from: ['./client', './server/src/cli', './test'] },
  {
    target: `./${language}/yaml`,
    from: ['schema', 'shorthand', 'coerce', 'validate', 'fixes', 'features'].map(
      (d) => `./${language}/${d}`,
    ),
  },
  {
    target: `./${language}/schema`,
    from: ['coerce', 'validate', 'fixes', 'features'].map((d) => `./${language}/${d}`),
  },
  {
    target: `./${language}/shorthand`,
    from: ['schema', 'coerce', 'validate', 'fixes', 'features'].map((d) => `./${language}/${d}`),
  },
  {
    target: `./${language}/coerce`,
    from: ['validate', 'fixes', 'features'].map((d) => `./${language}/${d}`),
  },
  {
    target: `./${language}/validate`,
    from: ['fixes', 'features'].map((d) => `./${language}/${d}`),
  },
  { target: './client', from: ['./server', './test'] },
  { target: './server', from: ['./client', './test'] },
];

const restricted = (...rules) => ({
  'no-restricted-imports': [
    'error',
    { patterns: rules.map(([regex, message]) => ({ regex, message })) },
  ],
});

const VSCODE = ['^vscode$', 'Only client/src imports vscode.'];
const YAML = ['^yaml$', 'Only language/yaml imports the yaml package.'];
const VALIDATORS = ['^(compiled-validators|ajv)', 'Only validate/structure uses ajv.'];
const OUTSIDE = [
  '^(node:|vscode-languageserver(/|$))',
  'The language service knows no disk, no process and no connection.',
];

export default tseslint.config(
  { ignores: ['dist', 'out', 'node_modules', '**/*.d.ts'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.d.ts', '.js'] } } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['server/src/**/*.ts'], rules: restricted(VSCODE, YAML) },
  { files: [`${language}/**/*.ts`], rules: restricted(VSCODE, YAML, OUTSIDE, VALIDATORS) },
  { files: [`${language}/yaml/**/*.ts`], rules: restricted(VSCODE, OUTSIDE, VALIDATORS) },
  { files: [`${language}/validate/structure/**/*.ts`], rules: restricted(VSCODE, YAML, OUTSIDE) },
  { files: ['client/**/*.ts'], rules: restricted(YAML, VALIDATORS) },
  { files: [`${language}/schema/*.ts`, 'test/**/*.ts'], rules: { 'max-lines': 'off' } },
);
