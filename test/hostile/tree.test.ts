import assert from 'node:assert/strict';
import fs, {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { relative } from 'node:path';
import { test, type TestContext } from 'node:test';
import { configurationFiles } from '../../server/src/cli/files';
import { readSource } from '../../server/src/cli/source';
import {
  asNormalUser,
  inTree,
  makePipe,
  NO_UNIX,
  RIGHT,
  WRONG,
  type Tree,
} from '../support/check/command-line';

/** Puts something between two wrong files, checks the folder, and wants both of them and one line about it. */
function besides(name: string, reason: string, make: (path: string, tree: Tree) => unknown) {
  test(`a folder with ${name}: one line, the rest is checked`, { skip: NO_UNIX }, (t) => {
    inTree((tree) => {
      tree.file('a.dstack.yml', WRONG);
      tree.file('z.dstack.yml', WRONG);
      if (make(tree.at('m.dstack.yml'), tree) === false) return t.skip('not possible here');
      const { code, out, err } = asNormalUser(() => tree.check('@'));
      assert.equal(err, `@/${reason}\n`);
      assert.match(out, /a\.dstack\.yml:2:1[^]*z\.dstack\.yml:2:1/);
      assert.equal(code, 2);
    });
  });
}

besides('a link to nothing', 'm.dstack.yml: is a broken link', (path) =>
  symlinkSync('/nonexistent', path),
);
besides('a link to itself', 'm.dstack.yml: is a link to itself', (path) =>
  symlinkSync('m.dstack.yml', path),
);
besides('a link to a folder', 'm.dstack.yml: is a link to a folder, not a file', (path, tree) => {
  tree.file('real/b.txt', WRONG);
  symlinkSync('real', path);
});
besides('a link to its own folder', 'm.dstack.yml: is a link to a folder, not a file', (path) =>
  symlinkSync('.', path),
);
besides('a pipe', 'm.dstack.yml: is a pipe, not a file', makePipe);
besides('a link to a pipe', 'm.dstack.yml: is a link to a pipe, not a file', (path, tree) => {
  symlinkSync('pipe', path);
  return makePipe(tree.at('pipe'));
});
besides('a link to a device', 'm.dstack.yml: is a link to a device, not a file', (path) =>
  symlinkSync('/dev/zero', path),
);
besides(
  'a link out of it',
  'm.dstack.yml: is a link to a place outside the given paths, and is not followed',
  (path) => symlinkSync(realpathSync('/etc/passwd'), path),
);
besides(
  'a file of 1 GB',
  'm.dstack.yml: is too large to check (1024 MB): at most 3 MB are read',
  (path) => {
    writeFileSync(path, RIGHT);
    truncateSync(path, 2 ** 30);
  },
);
besides('a file that may not be read', 'm.dstack.yml: permission denied', (path) => {
  writeFileSync(path, RIGHT);
  chmodSync(path, 0);
});
besides('a folder that may not be read', 'm: permission denied', (_, tree) => {
  tree.file('m/b.dstack.yml', WRONG);
  chmodSync(tree.at('m'), 0);
});
besides(
  'a folder that may be read but not entered',
  'm/b.dstack.yml: permission denied',
  (_, tree) => {
    tree.file('m/b.dstack.yml', WRONG);
    chmodSync(tree.at('m'), 0o444);
  },
);

test('a folder with a socket: one line, the rest is checked', { skip: NO_UNIX }, async () => {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    inTree((tree) => {
      tree.file('a.dstack.yml', WRONG);
      // A short path: names of sockets have 107 bytes at most.
      server.listen(relative(process.cwd(), tree.at('m.dstack.yml')), () => undefined);
      const { code, out, err } = tree.check('@');
      assert.equal(err, '@/m.dstack.yml: is a socket, not a file\n');
      assert.match(out, /^@\/a\.dstack\.yml:2:1/);
      assert.equal(code, 2);
    });
    server.close(() => resolve());
  });
});

test('what is given itself is looked at in the same way', { skip: NO_UNIX }, (t) => {
  inTree((tree) => {
    symlinkSync('/nonexistent', tree.at('a.yml'));
    if (!makePipe(tree.at('b.yml'))) return t.skip('there are no pipes here');
    const { code, err } = tree.check('@/a.yml', '@/b.yml', '@/c.yml', '/dev/null', '@/a.yml/b');
    assert.equal(
      err,
      '@/a.yml: is a broken link\n@/b.yml: is a pipe, not a file\n' +
        '@/c.yml: no such file or folder\n/dev/null: is a device, not a file\n' +
        '@/a.yml/b: no such file or folder\n',
    );
    assert.equal(code, 2);
  });
});

test('a file is checked once, however often it is given', { skip: NO_UNIX }, () => {
  inTree((tree) => {
    tree.file('real/a.dstack.yml', WRONG);
    symlinkSync('real/a.dstack.yml', tree.at('l.dstack.yml'));
    symlinkSync('real', tree.at('folder'));
    for (const paths of [
      ['@/real/a.dstack.yml', '@/real/a.dstack.yml'],
      ['@/real/a.dstack.yml', '@/real/../real/a.dstack.yml'],
      ['@'],
      ['@', '@/real'],
      ['@/real', '@/folder'],
      ['@/l.dstack.yml', '@/real/a.dstack.yml'],
    ]) {
      assert.match(
        tree.check(...paths).out,
        /\n1 file checked: 1 error, 0 warnings\.\n$/,
        paths.join(),
      );
    }
  });
});

test('a link in a folder is followed to what is given as well', { skip: NO_UNIX }, () => {
  inTree((tree) => {
    tree.file('other/a.yml', WRONG);
    mkdirSync(tree.at('work'));
    symlinkSync('../other/a.yml', tree.at('work/l.dstack.yml'));
    assert.match(tree.check('@/work').err, /to a place outside the given paths/);
    assert.match(tree.check('@/work', '@/other').out, /^@\/work\/l\.dstack\.yml:2:1/);
    assert.match(tree.check('@/work/l.dstack.yml').out, /^@\/work\/l\.dstack\.yml:2:1/);
  });
});

test('a folder that links to itself a hundred times ends', { skip: NO_UNIX }, () => {
  inTree((tree) => {
    let folder = 'a';
    for (let depth = 0; depth < 100; depth++) {
      mkdirSync(tree.at(folder), { recursive: true });
      symlinkSync('.', tree.at(`${folder}/self`));
      symlinkSync('..', tree.at(`${folder}/up.dstack.yml`));
      folder += '/a';
    }
    tree.file(`${folder}/.dstack.yml`, WRONG);
    const { out, err } = tree.check('@');
    assert.match(out, /1 file checked/);
    assert.equal(err.split('\n').length - 1, 100);
  });
});

test('a file that vanishes after it was found: one line', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', WRONG);
    const [found] = configurationFiles([tree.folder]);
    assert.ok(found && 'target' in found);
    rmSync(found.target);
    assert.throws(() => readSource(found.path, found.target), /ENOENT/);
  });
});

test('a file that becomes a link after it was found is not read', { skip: NO_UNIX }, () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', WRONG);
    const [found] = configurationFiles([tree.folder]);
    assert.ok(found && 'target' in found);
    rmSync(found.target);
    symlinkSync('/etc/passwd', found.target);
    assert.throws(() => readSource(found.path, found.target), /ELOOP/);
    rmSync(found.target);
    if (!makePipe(found.target)) return;
    assert.throws(() => readSource(found.path, found.target), /is a pipe/);
  });
});

/** Appends to a file each of the first `times` that its end has been read, as another program might. */
function appending(context: TestContext, file: string, times: number): void {
  const readSync = fs.readSync.bind(fs);
  let left = times;
  context.mock.method(fs, 'readSync', (...args: Parameters<typeof fs.readSync>) => {
    const count = readSync(...args);
    if (count === 0 && left-- > 0) appendFileSync(file, '# more\n');
    return count;
  });
}

test('a file that changes while it is read is read again', { skip: NO_UNIX }, (context) => {
  inTree((tree) => {
    const file = tree.file('a.dstack.yml', WRONG);
    appending(context, file, 1);
    assert.equal(readSource(file, file).text, `${WRONG}# more\n`);
  });
});

test('a file that keeps changing: one line, the rest is checked', { skip: NO_UNIX }, (context) => {
  inTree((tree) => {
    const file = tree.file('a.dstack.yml', WRONG);
    appending(context, file, 100);
    const { code, err } = tree.check('@');
    assert.equal(code, 2);
    assert.equal(err, '@/a.dstack.yml: changes while it is being read\n');
  });
});

test('hard links are files of their own', { skip: NO_UNIX }, () => {
  inTree((tree) => {
    linkSync(tree.file('a.dstack.yml', WRONG), tree.at('b.dstack.yml'));
    assert.match(tree.check('@').out, /\n2 files checked: 2 errors/);
  });
});

test('a name that is not UTF-8: one line, the rest is checked', { skip: NO_UNIX }, (t) => {
  inTree((tree) => {
    tree.file('a.dstack.yml', WRONG);
    try {
      appendFileSync(
        Buffer.concat([Buffer.from(`${tree.folder}/\xff`, 'latin1'), Buffer.from('.dstack.yml')]),
        '',
      );
    } catch {
      return t.skip('this file system has no such names');
    }
    const { code, out, err } = tree.check('@');
    assert.equal(err, '@/\ufffd.dstack.yml: its name is not UTF-8\n');
    assert.match(out, /^@\/a\.dstack\.yml:2:1/);
    assert.equal(code, 2);
  });
});
