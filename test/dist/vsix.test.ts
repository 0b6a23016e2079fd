import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { repositoryPath } from '../support/repository';
import { filesOfZip } from '../support/zip';

/** The bytes of the VSIX, at most. */
const MOST = 700_000;

/** Hosts that exist; `NOT_SET` is the neutral value of the repository, which the release script names. */
const HOSTS = ['dstack.ai', 'github.com'];

const options = {
  skip: existsSync(repositoryPath('dist/serve.js')) ? false : 'needs `npm run build`',
};
let folder = '';
let bytes: Buffer = Buffer.alloc(0);
let files: ReadonlyMap<string, Buffer>;

function pack(name: string, repository?: string): Buffer {
  const tool = pathToFileURL(repositoryPath('tools/vsix.mjs')).href;
  const output = join(folder, name);
  const more = JSON.stringify({ folder: join(folder, 'files'), repository });
  const code = `import(${JSON.stringify(tool)}).then((m) => m.packVsix(${JSON.stringify(output)}, ${more}))`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], {
    cwd: repositoryPath(),
    encoding: 'utf8',
    // Each in another time zone.
    env: { ...process.env, TZ: name === 'first.vsix' ? 'Asia/Kolkata' : 'UTC' },
  });
  assert.equal(status, 0, stderr);
  return readFileSync(output);
}

const text = (path: string) => files.get(`extension/${path}`)?.toString('utf8') ?? '';
const manifest = () => JSON.parse(text('package.json')) as Readonly<Record<string, unknown>>;

before(() => {
  if (options.skip !== false) return;
  folder = mkdtempSync(join(tmpdir(), 'dstack-vsix-'));
  bytes = pack('first.vsix');
  files = filesOfZip(bytes);
});

after(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

test(`the VSIX has at most ${String(MOST / 1000)} kB`, options, (t) => {
  t.diagnostic(`figure: ${String(Math.ceil(bytes.length / 1000))} kB`);
  assert.ok(bytes.length <= MOST, String(bytes.length));
});

test('a second build has the same bytes', options, () => {
  assert.ok(bytes.equals(pack('second.vsix')));
});

test('it has what its manifest names, and nothing for work on the project', options, () => {
  const { main, icon, scripts, dependencies, devDependencies } = manifest();
  for (const path of [String(main), String(icon)]) assert.notEqual(text(path), '', path);
  assert.deepEqual([scripts, dependencies, devDependencies], [undefined, undefined, undefined]);
  for (const path of files.keys()) assert.doesNotMatch(path, /\.(?:ts|map)$|test|node_modules/);
});

test('the icon has 256 pixels on each side', options, () => {
  const icon = files.get('extension/images/icon.png') ?? Buffer.alloc(24);
  assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [256, 256]);
});

test('the page is for users', options, () => {
  const page = text('readme.md');
  assert.match(page, /^## Features$/m);
  assert.doesNotMatch(page, /npm run|git clone|CONTRIBUTING/);
});

/** Pictures and links to files need the repository: neither the galleries nor VS Code show files of the extension. */
test('the page has no picture that cannot be shown', options, () => {
  assert.doesNotMatch(text('readme.md'), /!\[|<img/);
  const set = 'https://github.com/someone/dstack-vscode';
  const page = filesOfZip(pack('set.vsix', set)).get('extension/readme.md')?.toString('utf8') ?? '';
  const pictures = [...page.matchAll(/!\[[^\]]+\]\(([^)]*)\)/g)].map(([, source = '']) => source);
  assert.ok(pictures.length > 5, pictures.join());
  for (const picture of pictures) {
    const [start, path = ''] = picture.split('/raw/HEAD/');
    assert.equal(start, set);
    assert.ok(existsSync(repositoryPath(path)), path);
  }
});

test('no link is dead', options, () => {
  let count = 0;
  for (const [path, content] of files) {
    if (!path.endsWith('.md')) continue;
    for (const [, link = ''] of content.toString('utf8').matchAll(/(?<!!)\]\(([^)\s]*)\)/g)) {
      count++;
      assert.ok(isAlive(path, link), `${path}: ${link}`);
    }
  }
  assert.ok(count > 0);
});

/** Whether a link of a page leads to a host that we know, to a section of the page or to a file of the archive. */
function isAlive(page: string, link: string): boolean {
  const { host, pathname } = new URL(link, 'file:///');
  if (host !== '') return HOSTS.includes(host) && !pathname.includes('NOT_SET');
  if (link.startsWith('#')) return /^#[\w-]+$/.test(link);
  return files.has(posix.join(posix.dirname(page), link));
}

test('repository, issues and home page are one address, or the neutral value', options, () => {
  const { repository, bugs, homepage } = manifest() as Record<string, { url?: string } | undefined>;
  const { repository: set } = JSON.parse(readFileSync(repositoryPath('package.json'), 'utf8')) as {
    repository: string;
  };
  assert.match(set, /^https:\/\/github\.com\/[\w-]+\/[\w-]+$/);
  assert.ok(repository?.url?.startsWith(set));
  if (set.includes('/NOT_SET/')) assert.deepEqual([bugs, homepage], [undefined, undefined]);
  else assert.deepEqual([bugs?.url, homepage], [`${set}/issues`, `${set}#readme`]);
});
