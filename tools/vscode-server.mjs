// The VS Code server: the same workbench and extension host as desktop VS Code, shown by a browser.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, obtainNode, obtainPackage, once, run } from './cache.mjs';

/** The npm package that contains VS Code 1.139; only its folder `lib/vscode` is used. */
const CODE_SERVER = '4.139.1';

/** Settings of an editor that shows only the files: no chat, no panes, no welcome page. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Installs the VS Code server into the cache on first use (two minutes, 600 MB) and returns its folder. */
export function obtainVscodeServer() {
  const carrier = obtainPackage('code-server', CODE_SERVER);
  const server = join(carrier, 'node_modules/code-server/lib/vscode');
  once(`code-server-${CODE_SERVER}/vscode`, () => {
    console.log('Installing the dependencies of the VS Code server');
    npm(['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'], server);
    const archive = join(server, 'node_modules.asar');
    if (!existsSync(archive)) symlinkSync('node_modules', archive, 'junction');
    buildLogWriter(server);
  });
  return server;
}

/** The one native module that matters here and has no prebuilt form: without it output channels stay empty. */
function buildLogWriter(server) {
  console.log('Building the log writer of the VS Code server');
  try {
    npm(['rebuild', '@vscode/spdlog'], server);
  } catch {
    console.log('It cannot be built here (no C++ compiler?): output channels will be empty.');
  }
}

/** Installs an extension from a VSIX file, for servers with this `dataFolder`. */
export function installExtension(vsix, dataFolder) {
  mkdirSync(dataFolder, { recursive: true });
  const main = join(obtainVscodeServer(), 'out/server-main.js');
  const flags = ['--accept-server-license-terms', '--server-data-dir', dataFolder];
  run(obtainNode(), [main, ...flags, '--install-extension', vsix], dataFolder);
}

/**
 * Starts the VS Code server on a free port of this machine and waits until it listens. `dataFolder` gets its settings
 * (`settings` are further ones) and logs, `env` is added to its environment. Returns `address` and `stop`.
 */
export async function startVscodeServer({ dataFolder, env = {}, settings = {} }) {
  const server = obtainVscodeServer();
  const port = await freePort();
  const token = randomUUID();
  const tokenFile = join(dataFolder, 'token');
  mkdirSync(join(dataFolder, 'data/Machine'), { recursive: true });
  writeFileSync(
    join(dataFolder, 'data/Machine/settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }),
  );
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const child = spawn(
    obtainNode(),
    [
      join(server, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
      ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
      // A released workbench accepts an extension under development, and a test suite, only with the second of these.
      ...['--server-data-dir', dataFolder, '--enable-smoke-test-driver'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  );
  await listening(child);
  return {
    address: (folders) => address(`127.0.0.1:${port}`, token, folders),
    ended: new Promise((resolve) => child.once('exit', resolve)),
    stop: () => child.kill(),
  };
}

/**
 * Address of a window on `workspace`, a folder or a URI, with extensions under development, and a test suite or an open
 * file if given. `logLevel` is that of an extension: `publisher.name:trace`.
 */
function address(
  host,
  token,
  { workspace, extension, extensions = [extension], tests, open, logLevel },
) {
  const remote = (file) => `vscode-remote://${host}${pathToFileURL(file).pathname}`;
  const payload = [
    ...extensions.map((folder) => ['extensionDevelopmentPath', remote(folder)]),
    ['skipWelcome', 'true'],
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(open ? [['openFile', remote(open)]] : []),
    ...(logLevel ? [['logLevel', logLevel]] : []),
  ];
  const query = new URLSearchParams({
    tkn: token,
    folder: /^\w+:\//.test(workspace)
      ? workspace
      : decodeURIComponent(pathToFileURL(workspace).pathname),
    payload: JSON.stringify(payload),
  });
  return `http://${host}/?${query}`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Settles when the server has reported that it listens, or has ended. Its output is drained as long as it runs. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output = (output + chunk).slice(-4000);
      if (output.includes('Extension host agent listening')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code server ended (${code}):\n${output}`)));
  });
}
