import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTree } from '../support/check/command-line';

test('an upgrade is explained as Markdown: what breaks, what was read otherwise, what is deprecated', () => {
  inTree((tree) => {
    tree.file(
      'a.dstack.yml',
      'type: service\nport: 80\nimage: nginx\nrouter: {type: sglang}\nenv: [A B]\nsetup: [ls]\n',
    );
    tree.file('b.dstack.yml', '# dstack: 0.20\ntype: task\ncommands: [ls]\n');
    const { code, out } = tree.check('--explain-upgrade-from', '0.20', '@');
    assert.equal(code, 1);
    const lines = out.split('\n');
    assert.equal(lines[0], '## Upgrade from dstack 0.20.29 to 0.22.5');
    assert.match(out, /- \*\*Rejected from now on\*\*, line 4: `router` was removed/);
    assert.match(out, /- \*\*Read as something else until now, .*\*\*, line 5:/);
    assert.match(out, /- \*\*Deprecated\*\*, line 6: `setup`/);
    assert.match(out, /2 files: 1 break, nothing changes for 1\./);
  });
});

test('an upgrade that breaks nothing is no error', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: task\ncommands: [ls]\n');
    const args = ['--explain-upgrade-from', '0.21', '--dstack-version', '0.22', '@'];
    assert.deepEqual(tree.check(...args), {
      code: 0,
      out: '## Upgrade from dstack 0.21.5 to 0.22.5\n\n1 files: 0 break, nothing changes for 1.\n',
      err: '',
    });
  });
});
