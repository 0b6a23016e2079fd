// `npm run package:npm -- [FOLDER]`: builds the npm package `dstack-check` and leaves its tarball in the folder, by
// default out/npm. It has the command line, the language server and a library, and depends on nothing.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { addresses } from './addresses.mjs';
import { ensureDependencies } from './dependencies.mjs';

/** The bytes of the tarball, at most, without those of the server for agents in it. */
const MOST = 450_000;

ensureDependencies();
const { bundleForNpm } = await import('../esbuild.mjs');
const { bundledPackages, noticesText } = await import('./notices.mjs');

const output = resolve(process.argv[2] ?? 'out/npm');
const folder = join(output, 'package');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const metafile = await bundleForNpm(join(folder, 'dist'));
for (const name of ['cli', 'server']) chmodSync(join(folder, 'dist', `${name}.js`), 0o755);
writeFileSync(join(folder, 'ThirdPartyNotices.txt'), noticesText(bundledPackages([metafile])));
cpSync('server/src/library/api.d.ts', join(folder, 'dist', 'index.d.ts'));
cpSync('docs/problems', join(folder, 'docs', 'problems'), { recursive: true });
cpSync('skills', join(folder, 'skills'), { recursive: true });
cpSync('docs/npm.md', join(folder, 'README.md'));
cpSync('docs/ci.md', join(folder, 'ci.md'));
cpSync('LICENSE', join(folder, 'LICENSE'));
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
pack();

function manifest() {
  const { version, license, keywords, engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    name: 'dstack-check',
    version,
    description: 'Checks dstack configuration files: a linter, a language server and a library.',
    license,
    ...addresses(),
    keywords,
    type: 'module',
    engines: { node: engines.node },
    bin: { 'dstack-check': 'dist/cli.js', 'dstack-language-server': 'dist/server.js' },
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    types: './dist/index.d.ts',
  };
}

function pack() {
  const { status, stdout } = spawnSync('npm', ['pack', '--json', '--pack-destination', output], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
  const [{ filename, size, entryCount }] = JSON.parse(stdout);
  console.log(`${join(output, filename)}: ${Math.ceil(size / 1000)} kB, ${entryCount} files`);
  const agents = deflateRawSync(readFileSync(join(folder, 'dist', 'mcp.js'))).length;
  console.log(`of that the server for agents: ${Math.ceil(agents / 1000)} kB`);
  if (size - agents > MOST) {
    console.error(`The package may have ${MOST / 1000} kB without the server for agents.`);
    process.exit(1);
  }
}
