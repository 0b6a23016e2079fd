import assert from 'node:assert/strict';
import { inTree } from '../support/check/command-line';
import { table } from '../support/table';

const GROUPS = 'type: service\nport: 80\ngroups: [{replicas: 1, image: nginx}]\n';

const FILES = {
  'pinned/requirements.txt': 'dstack==0.20.29\n',
  'pinned/sub/a.dstack.yml': GROUPS,
  'free/a.dstack.yml': GROUPS,
  'free/comment.dstack.yml': `# dstack: 0.21.0\n${GROUPS}`,
};

/** Options, and the files with the release that rejects them. */
const OPTIONS: readonly (readonly [options: readonly string[], rejected: readonly string[]])[] = [
  [[], ['free/comment 0.21.0']],
  [
    ['--dstack-version', 'auto'],
    ['free/comment 0.21.0', 'pinned/sub/a 0.20.29'],
  ],
  [
    ['--dstack-version', '0.19'],
    ['free/a 0.19.40', 'free/comment 0.21.0', 'pinned/sub/a 0.19.40'],
  ],
  [['--dstack-version', '0.22.5'], ['free/comment 0.21.0']],
];

table('a release of dstack judges', OPTIONS, ([options, rejected]) => {
  inTree((tree) => {
    for (const [name, text] of Object.entries(FILES)) tree.file(name, text);
    const { out } = tree.check('--format', 'text', ...options, '@');
    const found = [...out.matchAll(/^@\/(.*)\.dstack\.yml:3.*you use (\d+\.\d+\.\d+)/gm)];
    const comments = [...out.matchAll(/^@\/(.*)\.dstack\.yml:4.*you use (\d+\.\d+\.\d+)/gm)];
    const lines = [...found, ...comments].map(
      ([, file, release]) => `${file ?? ''} ${release ?? ''}`,
    );
    assert.deepEqual(lines.sort(), rejected);
  });
});

table('what is not a release is invalid', ['newest', '', '20'], (version) => {
  inTree((tree) => {
    const { code, err } = tree.check('--dstack-version', version, '@');
    assert.equal(code, 2);
    assert.match(err, /--dstack-version needs a release such as 0\.20\.29, or auto/);
  });
});
