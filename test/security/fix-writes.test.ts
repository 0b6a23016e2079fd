import assert from 'node:assert/strict';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { test } from 'node:test';
import { readSource } from '../../server/src/cli/source';
import { replaceFile } from '../../server/src/cli/write';
import {
  asNormalUser,
  inTree,
  IS_ROOT,
  NO_UNIX,
  RIGHT,
  WRONG,
} from '../support/check/command-line';

const skip = NO_UNIX;

/** Everything about a file that must stay when it is fixed. */
function rights(path: string) {
  const { uid, gid, mode } = statSync(path);
  return { uid, gid, mode };
}

test('--fix does not write through a link that leads out of the folder', { skip }, () => {
  inTree((tree) => {
    tree.file('out/secret.yml', WRONG);
    mkdirSync(tree.at('repo'));
    symlinkSync('../out/secret.yml', tree.at('repo/evil.dstack.yml'));
    // As a way around, through a folder that is a link.
    symlinkSync('../out', tree.at('repo/folder'));
    symlinkSync('folder/secret.yml', tree.at('repo/indirect.dstack.yml'));
    tree.file('repo/z.dstack.yml', WRONG);
    const { code, out, err } = tree.check('--fix', '@/repo');
    assert.equal(readFileSync(tree.at('out/secret.yml'), 'utf8'), WRONG);
    assert.equal(readFileSync(tree.at('repo/z.dstack.yml'), 'utf8'), RIGHT);
    assert.equal(err.match(/is a link to a place outside the given paths/g)?.length, 2);
    assert.equal(out, '1 file checked: 0 errors, 0 warnings.\n1 problem fixed, 0 left.\n');
    assert.equal(code, 2);
    assert.deepEqual(readdirSync(tree.at('out')), ['secret.yml']);
  });
});

test('--fix of a link that is given itself fixes its file, and the link stays', { skip }, () => {
  inTree((tree) => {
    tree.file('out/a.yml', WRONG);
    symlinkSync('out/a.yml', tree.at('l.dstack.yml'));
    assert.equal(tree.check('--fix', '@/l.dstack.yml').code, 0);
    assert.equal(readlinkSync(tree.at('l.dstack.yml')), 'out/a.yml');
    assert.equal(readFileSync(tree.at('out/a.yml'), 'utf8'), RIGHT);
  });
});

for (const mode of [0o600, 0o640, 0o644, 0o664, 0o755, 0o4755, 0o2664]) {
  test(`--fix keeps the mode ${mode.toString(8)}`, { skip }, () => {
    inTree((tree) => {
      chmodSync(tree.file('a.dstack.yml', WRONG), mode);
      const before = rights(tree.at('a.dstack.yml'));
      assert.equal(tree.check('--fix', '@').code, 0);
      assert.equal(readFileSync(tree.at('a.dstack.yml'), 'utf8'), RIGHT);
      assert.deepEqual(rights(tree.at('a.dstack.yml')), before);
    });
  });
}

test('--fix keeps owner and group', { skip: skip || (!IS_ROOT && 'needs root') }, () => {
  inTree((tree) => {
    const path = tree.file('a.dstack.yml', WRONG);
    chownSync(path, 1234, 4321);
    chmodSync(path, 0o4755);
    const before = rights(path);
    assert.equal(tree.check('--fix', '@').code, 0);
    assert.deepEqual([rights(path), readFileSync(path, 'utf8')], [before, RIGHT]);
  });
});

test(
  '--fix refuses a file whose owner cannot be kept',
  { skip: skip || (!IS_ROOT && 'needs root') },
  () => {
    inTree((tree) => {
      chmodSync(tree.file('a.dstack.yml', WRONG), 0o666);
      const { code, out, err } = asNormalUser(() => tree.check('--fix', '@'));
      assert.equal(err, '@/a.dstack.yml: was not fixed: its owner or group cannot be kept\n');
      assert.match(out, /a\.dstack\.yml:2:1: error/, 'what is wrong with it is reported');
      assert.equal(code, 2);
      assert.deepEqual(readdirSync(tree.folder), ['a.dstack.yml']);
      assert.equal(readFileSync(tree.at('a.dstack.yml'), 'utf8'), WRONG);
    });
  },
);

test('--fix refuses a file that may not be written', { skip }, () => {
  inTree((tree) => {
    asNormalUser(() => {
      chmodSync(tree.file('a.dstack.yml', WRONG), 0o444);
      const { code, err } = tree.check('--fix', '@');
      assert.equal(err, '@/a.dstack.yml: was not fixed: permission denied\n');
      assert.equal(code, 2);
      assert.equal(readFileSync(tree.at('a.dstack.yml'), 'utf8'), WRONG);
    });
  });
});

test('--fix refuses a file in a folder that may not be written', { skip }, () => {
  inTree((tree) => {
    asNormalUser(() => {
      tree.file('b/a.dstack.yml', WRONG);
      chmodSync(tree.at('b'), 0o555);
      const { code, err } = tree.check('--fix', '@');
      chmodSync(tree.at('b'), 0o755);
      assert.equal(err, '@/b/a.dstack.yml: was not fixed: permission denied\n');
      assert.equal(code, 2);
    });
  });
});

test('--fix does not separate hard links', { skip }, () => {
  inTree((tree) => {
    linkSync(tree.file('a.dstack.yml', WRONG), tree.at('b.txt'));
    const { code, err } = tree.check('--fix', '@');
    assert.equal(err, '@/a.dstack.yml: was not fixed: it has 2 names (hard links)\n');
    assert.equal(code, 2);
    assert.equal(statSync(tree.at('a.dstack.yml')).ino, statSync(tree.at('b.txt')).ino);
    assert.equal(readFileSync(tree.at('b.txt'), 'utf8'), WRONG);
  });
});

/** What somebody else does between the reading of a file and its writing. */
const MEANWHILE: Readonly<Record<string, (path: string) => void>> = {
  'is changed': (path) => writeFileSync(path, `${WRONG}# user edit\n`),
  'is changed to a text of the same length': (path) =>
    writeFileSync(path, WRONG.replace('ls', 'la')),
  'is saved by an editor that makes a new file': (path) => {
    writeFileSync(`${path}.new`, `${WRONG}# user edit\n`);
    renameSync(`${path}.new`, path);
  },
  'gets another mode': (path) => chmodSync(path, 0o600),
  'gets a second name': (path) => linkSync(path, `${path}.bak`),
  'becomes a link': (path) => {
    renameSync(path, `${path}.bak`);
    symlinkSync(`${path}.bak`, path);
  },
  'becomes a folder': (path) => {
    renameSync(path, `${path}.bak`);
    mkdirSync(path);
  },
  'is removed': (path) => renameSync(path, `${path}.bak`),
};

for (const [what, change] of Object.entries(MEANWHILE)) {
  test(`a file that ${what} meanwhile is not written`, { skip }, () => {
    inTree((tree) => {
      const path = tree.file('a.dstack.yml', WRONG);
      const { origin } = readSource(path, path);
      assert.ok(origin);
      change(path);
      const before = snapshot(tree.folder);
      assert.throws(() => replaceFile(origin, RIGHT));
      assert.deepEqual(snapshot(tree.folder), before);
    });
  });
}

test('a folder that becomes a link meanwhile is not written to', { skip }, () => {
  inTree((tree) => {
    const path = tree.file('in/a.dstack.yml', WRONG);
    tree.file('out/a.dstack.yml', WRONG);
    const { origin } = readSource(path, path);
    assert.ok(origin);
    renameSync(tree.at('in'), tree.at('gone'));
    symlinkSync('out', tree.at('in'));
    assert.throws(() => replaceFile(origin, RIGHT));
    assert.deepEqual(readdirSync(tree.at('out')), ['a.dstack.yml']);
    assert.equal(readFileSync(tree.at('out/a.dstack.yml'), 'utf8'), WRONG);
  });
});

test('a file of somebody else with a likely name is not touched', () => {
  inTree((tree) => {
    tree.file('a.dstack.yml', WRONG);
    const others = [
      `a.dstack.yml.${String(process.pid)}.tmp`,
      'a.dstack.yml.tmp',
      '.dstack-check-.tmp',
    ];
    for (const other of others) tree.file(other, 'mine');
    assert.equal(tree.check('--fix', '@').code, 0);
    for (const other of others) assert.equal(readFileSync(tree.at(other), 'utf8'), 'mine');
    assert.deepEqual(readdirSync(tree.folder).sort(), ['a.dstack.yml', ...others].sort());
  });
});

/** The entries of a folder with what they are and hold. */
function snapshot(folder: string) {
  return readdirSync(folder).map((name) => {
    const entry = lstatSync(`${folder}/${name}`);
    const holds = entry.isFile() ? readFileSync(`${folder}/${name}`, 'utf8') : '';
    return [name, entry.mode, entry.ino, holds];
  });
}
