// `npm run playground`: builds the playground, a page that any web server can serve, and serves it on this machine until
// Ctrl+C; `-- --port N` for another port. `-- --build [FOLDER]` only builds it, by default to out/playground.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ensureDependencies } from './dependencies.mjs';

const FOLDER = 'out/playground';
const PORT = '8123';

/** The files of the page, with their media types. */
const FILES = new Map([
  ['index.html', 'text/html; charset=utf-8'],
  ['style.css', 'text/css; charset=utf-8'],
  ['main.js', 'text/javascript; charset=utf-8'],
  ['worker.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
  ['ThirdPartyNotices.txt', 'text/plain; charset=utf-8'],
]);

const { values, positionals } = parseArgs({
  options: { build: { type: 'boolean', default: false }, port: { type: 'string', default: PORT } },
  allowPositionals: true,
});
ensureDependencies();
const { bundlePlayground } = await import('../esbuild.mjs');
const { bundledPackages, noticesText } = await import('./notices.mjs');
const folder = resolve(positionals[0] ?? FOLDER);
await build();
if (!values.build) serve(Number(values.port));

async function build() {
  mkdirSync(folder, { recursive: true });
  const packages = bundledPackages(await bundlePlayground(folder));
  writeFileSync(join(folder, 'ThirdPartyNotices.txt'), noticesText(packages));
  for (const name of ['index.html', 'style.css'])
    cpSync(join('playground', name), join(folder, name));
  cpSync('images/icon.svg', join(folder, 'icon.svg'));
  const paths = [...FILES.keys()].map((name) => join(folder, name));
  const size = paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  console.log(`${folder}: ${Math.ceil(size / 1000)} kB compressed`);
}

/** Serves only the files of the page, to this machine only. Port 0 is any that is free. */
function serve(port) {
  const server = createServer(({ method, url = '' }, response) => {
    const [path = ''] = url.split('?');
    const name = path === '/' ? 'index.html' : path.slice(1);
    const type = FILES.get(name);
    if (type === undefined || method !== 'GET') return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' });
    response.end(readFileSync(join(folder, name)));
  });
  server.once('error', ({ message }) => {
    console.error(`The page cannot be served: ${message}. \`-- --port N\` takes another port.`);
    process.exit(1);
  });
  server.listen(port, '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/\nCtrl+C ends it.`);
  });
}
