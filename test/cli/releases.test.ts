import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
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
  [[], ['free/comment 0.21.0', 'pinned/sub/a 0.20.29']],
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

test('a pin that decides is named once', () => {
  inTree((tree) => {
    for (const [name, text] of Object.entries(FILES)) tree.file(name, text);
    tree.file('pinned/b.dstack.yml', GROUPS);
    const told = 'Checked as dstack 0.20.29, which pinned/requirements.txt pins.\n';
    assert.equal(tree.check('@').err, told);
    assert.equal(tree.check('--quiet', '@').err, '');
    assert.equal(tree.check('--format', 'json', '@').err, '');
    assert.equal(tree.check('--dstack-version', '0.22.5', '@').err, '');
  });
});

table('what is not a release is invalid', ['newest', '', '20'], (version) => {
  inTree((tree) => {
    const { code, err } = tree.check('--dstack-version', version, '@');
    assert.equal(code, 2);
    assert.match(err, /--dstack-version needs a release such as 0\.20\.29, or auto/);
  });
});

/** Options with a release that is older than all that are known. */
const TOO_OLD: readonly (readonly [option: string, release: string])[] = [
  ['--dstack-version', '0.10'],
  ['--dstack-version', '0.18.1'],
  ['--explain-upgrade-from', '0.18.19'],
];

table('a release older than all that are known is invalid', TOO_OLD, ([option, release]) => {
  inTree((tree) => {
    const { code, err } = tree.check(option, release, '@');
    assert.equal(code, 2);
    assert.match(
      err,
      /^--\S+ needs dstack 0\.18\.20 or newer \(the newest known is \d+\.\d+\.\d+\)\n/,
    );
  });
});

table(
  'a release newer than all that are known is named',
  ['99.0', '0.22', '0.18.20'],
  (release) => {
    inTree((tree) => {
      tree.file('a.dstack.yml', 'type: task\ncommands: [ls]\n');
      const { code, err } = tree.check('--dstack-version', release, '@');
      assert.equal(code, 0);
      assert.match(
        err,
        release === '99.0'
          ? /^dstack 99\.0\.0 is newer than the releases known here: checked as dstack \S+; .*\n$/
          : /^$/,
      );
    });
  },
);

table('what a release newer than all may know is a warning', ['option', 'comment'], (where) => {
  inTree((tree) => {
    const comment = where === 'comment' ? '# dstack: 0.99\n' : '';
    const text = 'type: task\ncommands: [ls]\nnew_property: 1\nspot_policy: always\n';
    tree.file('a.dstack.yml', comment + text);
    const { code, out } = tree.check(...(comment === '' ? ['--dstack-version', '0.99'] : []), '@');
    assert.equal(code, 0, out);
    const found = out.match(/: warning: .* dstack 0\.99\.0 is newer than the releases known here/g);
    assert.equal(found?.length, 2, out);
  });
});

test('what a newer release may know is not changed without asking', () => {
  inTree((tree) => {
    const text = 'type: task\ncommandz: [ls]\nspot_policy: ondemand\nimage: x\n';
    tree.file('a.dstack.yml', text);
    tree.check('--fix', '--dstack-version', '0.99', '@');
    assert.equal(readFileSync(tree.at('a.dstack.yml'), 'utf8'), text);
    tree.check('--fix', '--dstack-version', '0.22', '@');
    assert.notEqual(readFileSync(tree.at('a.dstack.yml'), 'utf8'), text);
  });
});
