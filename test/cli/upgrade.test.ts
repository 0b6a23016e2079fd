import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTree } from '../support/check/command-line';
import { table } from '../support/table';
import { yaml } from '../support/yaml';

test('an upgrade is explained as Markdown: what breaks, what was read differently, what is deprecated', () => {
  inTree((tree) => {
    const service = yaml`
      type: service
      port: 80
      image: nginx
      router: {type: sglang}
      env: [A B]
      setup: [ls]
    `;
    tree.file('a.dstack.yml', service);
    tree.file('b.dstack.yml', '# dstack: 0.20\ntype: task\ncommands: [ls]\n');
    const { code, out } = tree.check('--explain-upgrade-from', '0.20', '@');
    assert.equal(code, 1);
    assert.equal(
      out.slice(0, out.indexOf('line 4')),
      [
        '## Upgrade from dstack 0.20.29 to 0.22.5',
        '2 files: 1 rejected now, nothing changes for 1.',
        '### `@/a.dstack.yml`',
        '- **Rejected now**, ',
      ].join('\n\n'),
    );
    assert.match(out, /line 4: `router` was removed[^]*?-router: \{type: sglang\}\n/);
    assert.match(out, /- \*\*Read differently until now, .*\*\*, line 5:[^]*-env: \[A B\]/);
    assert.match(out, /- \*\*Deprecated\*\*, line 6: `setup`/);
  });
});

test('a fix is shown as the lines that it changes', () => {
  inTree((tree) => {
    const service = yaml`
      type: service
      image: nginx
      port: 80
      replicas:
        - name: web
          count: 1..2
          commands: [a]
          scaling: {metric: rps, target: 10}
    `;
    tree.file('a.dstack.yml', service);
    const { code, out } = tree.check('--explain-upgrade-from', '0.20', '@');
    assert.equal(code, 0, out);
    const fix = [
      '  Fix: Change to `replicas`.',
      '',
      '  ```diff',
      '  -    count: 1..2',
      '  +    replicas: 1..2',
      '  ```',
    ];
    assert.ok(out.includes(`${fix.join('\n')}\n`), out);
  });
});

test('two properties that became one are shown as one change', () => {
  inTree((tree) => {
    const fleet = yaml`
      type: fleet
      nodes: 1
      resources: {cpu: 4}
      termination_policy: dont-destroy
      termination_idle_time: 3600
    `;
    tree.file('a.dstack.yml', fleet);
    for (const to of ['0.19', '0.22']) {
      const { out } = tree.check('--explain-upgrade-from', '0.18', '--dstack-version', to, '@');
      assert.deepEqual(out.match(/^ {2}(?:Fix|[-+]).*$/gm), [
        '  Fix: Change both to `idle_duration: off`.',
        '  -termination_policy: dont-destroy',
        '  -termination_idle_time: 3600',
        '  +idle_duration: off',
        '  Fix: Change both to `idle_duration: off`.',
      ]);
    }
  });
});

test('nothing in a file can end a block or begin one', () => {
  inTree((tree) => {
    const hostile = yaml`
      type: task
      commands: [ls]
      working_dir: /app
      instance_name: "FENCE # x"
      pool_name: '<img src=x> ##[error]x'
    `;
    tree.file('a.dstack.yml', hostile.replace('FENCE', '````'));
    const { out } = tree.check('--explain-upgrade-from', '0.19', '@');
    const fences = out.match(/^ *`{3,}(?:diff)?$/gm);
    assert.deepEqual(fences, ['  `````diff', '  `````', '  ```diff', '  ```']);
    assert.doesNotMatch(out, /##\[/);
  });
});

test('a changed default is listed, unless the default profile beside the file sets it', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: task\nimage: x\ncommands: [ls]\nworking_dir: /app\n');
    const args = ['--explain-upgrade-from', '0.18.42', '--dstack-version', '0.18.43', '@'];
    const { code, out } = tree.check(...args);
    assert.equal(code, 0);
    assert.match(out, /- \*\*Read differently now\*\*, line 1: `max_duration` is not set/);
    assert.match(out, /now `off`, unless the profile sets it\.\n[^]*\+max_duration: 72h\n/);
    tree.file('.dstack/profiles.yml', 'profiles: [{name: p, default: true, max_duration: 1h}]\n');
    assert.match(tree.check(...args).out, /nothing changes for 2\.\n$/);
  });
});

test('an upgrade that breaks nothing is no error', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: task\ncommands: [ls]\n');
    const args = ['--explain-upgrade-from', '0.21', '--dstack-version', '0.22', '@'];
    assert.deepEqual(tree.check(...args), {
      code: 0,
      out: '## Upgrade from dstack 0.21.5 to 0.22.5\n\n1 file: none rejected now, nothing changes for 1.\n',
      err: '',
    });
  });
});

test('without configurations the usage is invalid, unless that is allowed', () => {
  inTree((tree) => {
    const args = ['--explain-upgrade-from', '0.21', '@'];
    assert.deepEqual(tree.check(...args), {
      code: 2,
      out: '',
      err: 'No dstack configurations in `@`.\n',
    });
    assert.equal(tree.check('--allow-empty', ...args).code, 0);
  });
});

test('what both releases reject does not change, also where they say it in other words', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: task\ncommands: [ls]\nnodes: .5\n');
    tree.file('b.dstack.yml', 'type: task\ncommands: [ls]\nnodes: 2.5\n');
    const { out } = tree.check('--explain-upgrade-from', '0.20', '@');
    assert.match(out, /2 files: 1 rejected now, nothing changes for 1\./);
    assert.match(out, /### `@\/b\.dstack\.yml`\n\n- \*\*Read differently until now/);
  });
});

test('a file that is not YAML, and one that the newer release alone accepts, are no files without a change', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: [\n');
    const groups = '[{replicas: 1, image: nginx}]';
    tree.file('b.dstack.yml', `type: service\nport: 80\ngroups: ${groups}\n`);
    const { code, out } = tree.check('--explain-upgrade-from', '0.20', '@');
    assert.equal(code, 0);
    assert.match(out, /2 files: none rejected now, nothing changes for 0\./);
    assert.match(
      out,
      /a\.dstack\.yml`\n\n- \*\*Not valid YAML, so it cannot be compared\*\*, line \d: /,
    );
    assert.match(out, /b\.dstack\.yml`\n\n- \*\*Rejected until now, now accepted\*\*, line 3: /);
    assert.match(out, /you use 0\.20\.29/);
  });
});

/** Options that say nothing about an upgrade. */
const UNUSED: readonly (readonly string[])[] = [
  ['--fix'],
  ['--quiet'],
  ['--format', 'json'],
  ['--format', 'github'],
  ['--max-warnings', '0'],
  ['--dstack-version', 'auto'],
];

table('an option that would be ignored is invalid', UNUSED, (options) => {
  inTree((tree) => {
    const { code, err } = tree.check('--explain-upgrade-from', '0.20', ...options, '@');
    assert.equal(code, 2);
    assert.match(err, /^--[^\n]* cannot be used with --explain-upgrade-from\n/);
  });
});

test('what cannot be read is said', () => {
  inTree((tree) => {
    const { code, err } = tree.check('--explain-upgrade-from', '0.21', '@/none.dstack.yml');
    assert.equal(code, 2);
    assert.match(err, /none\.dstack\.yml: /);
  });
});

test('a release that is not known yet is named as such', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', 'type: task\ncommands: [ls]\n');
    const args = ['--explain-upgrade-from', '0.22', '--dstack-version', '0.99', '@'];
    assert.match(tree.check(...args).out, /0\.99\.0 is not known here/);
  });
});
