import assert from 'node:assert/strict';
import { pinFilesAmong, pinIn } from '../../../server/src/language/release/pins';
import { releaseInUse } from '../../../server/src/language/release/in-use';
import { table } from '../../support/table';

/** A file of a project with a text, and the version of dstack that it pins. */
const FILES: readonly (readonly [path: string, text: string, version: string | undefined])[] = [
  ['requirements.txt', 'requests==2.0\ndstack==0.20.29\n', '0.20.29'],
  ['requirements-dev.txt', 'dstack[server, aws] == 0.19.40 ; python_version > "3.9"', '0.19.40'],
  ['requirements.txt', 'dstack===0.20.1', '0.20.1'],
  ['requirements.txt', 'dstack~=0.20.3', '0.20.3'],
  ['requirements.txt', 'dstack==0.20.*', '0.20'],
  ['requirements.txt', '# dstack==0.20.1\ndstack\n', undefined],
  ['requirements.txt', 'dstack>=0.20', undefined],
  ['requirements.txt', 'dstack-tools==1.0\nmy-dstack==2.0', undefined],
  ['pyproject.toml', 'dependencies = [\n  "dstack[all]==0.21.5",\n]', '0.21.5'],
  ['pyproject.toml', '[tool.poetry.dependencies]\ndstack = "^0.20.2"\n', '0.20.2'],
  ['pyproject.toml', 'dstack = { version = "0.20.4", extras = ["aws"] }\n', '0.20.4'],
  ['uv.lock', '[[package]]\nname = "dstack"\nversion = "0.20.29"\n', '0.20.29'],
  ['uv.lock', '[[package]]\nname = "dstack-x"\nversion = "0.20.29"\n', undefined],
  ['poetry.lock', '[[package]]\nname = "dstack"\nversion = "0.19.1"\n', '0.19.1'],
  ['Pipfile.lock', '"dstack": {"index": "pypi", "version": "==0.20.8"}', '0.20.8'],
  ['environment.yml', 'dependencies:\n  - pip:\n      - dstack==0.20.9\n', '0.20.9'],
  ['environment.yml', 'dependencies:\n  - dstack=0.20.9\n', '0.20.9'],
  ['.pre-commit-config.yaml', 'additional_dependencies: ["dstack==0.20.7"]', '0.20.7'],
  ['.github/workflows/ci.yml', '- run: pip install dstack==0.20.6', '0.20.6'],
  ['.github/workflows/ci.yml', "- run: pip install 'dstack[all]==0.20.6' -U", '0.20.6'],
  ['.github/workflows/ci.yml', '- run: uvx dstack@0.20.6 apply', '0.20.6'],
  ['README.md', 'dstack==0.20.6', undefined],
];

table('a file pins a version', FILES, ([path, text, version]) => {
  assert.deepEqual(pinIn(path, text), version === undefined ? undefined : { version, file: path });
});

table(
  'a long text is read in linear time',
  ['dstack[', 'dstack   ', '"dstack": {', 'dstack = {', 'dstack'],
  (piece) => {
    for (const path of ['pyproject.toml', 'Pipfile.lock', '.github/workflows/a.yml'])
      assert.equal(pinIn(path, piece.repeat(20_000)), undefined);
  },
);

table(
  'lock files decide before others',
  [
    [
      ['a.txt', 'requirements.txt', 'pyproject.toml', 'uv.lock'],
      ['uv.lock', 'requirements.txt', 'pyproject.toml'],
    ],
  ],
  ([names, ordered]) => {
    assert.deepEqual(pinFilesAmong(names ?? []), ordered);
  },
);

const pin = { version: '0.18.40', file: 'uv.lock' };

table(
  'the setting decides before the server, the server before the pin',
  [
    [{ setting: '0.20', server: '0.21.5', pin }, '0.20.29 setting'],
    [{ setting: 'nonsense', server: '0.21.5', pin }, '0.21.5 server'],
    [{ pin }, '0.18.40 pin'],
    [{ pin: { version: 'dev', file: 'uv.lock' } }, '0.22.5 newest'],
    [{}, '0.22.5 newest'],
  ] as const,
  ([hints, expected]) => {
    const { version, source } = releaseInUse(hints);
    assert.equal(`${version} ${source}`, expected);
  },
);
