// Makes of a window of the VS Code server one without a server, as vscode.dev is: extensions run in a worker of the browser.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where extensions are, on the address of the window; any other address is forbidden by the workbench. */
const EXTENSIONS = '/extensions-under-test/';

/** Takes the server from the windows of a page, and gives them extensions: their folders by name. */
export async function withoutServer(page, extensions) {
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const { protocol, host } = new URL(route.request().url());
    const scheme = protocol.slice(0, -1);
    const added = Object.keys(extensions).map((name) => ({
      scheme,
      authority: host,
      path: EXTENSIONS + name,
    }));
    await route.fulfill({ response, body: html.replace(CONFIGURATION, configured(added)) });
  });
  await page.route(/\/workbench\/workbench\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withoutCodeServer(await response.text()) });
  });
  await page.route(isOfExtension, async (route) => {
    const { pathname } = new URL(route.request().url());
    const [name = '', ...path] = pathname.slice(EXTENSIONS.length).split('/');
    const file = join(extensions[name] ?? '', ...path);
    await route.fulfill(existsSync(file) ? { path: file } : { status: 404 });
  });
}

const isPage = ({ pathname }) => pathname === '/';
const isOfExtension = ({ pathname }) => pathname.startsWith(EXTENSIONS);

/** The address of a window with these extensions, by name, and a suite in one of them. */
export function serverlessAddress(address, { extensions, tests, workspace }) {
  const url = new URL(address);
  const location = (path) => `${url.origin}${EXTENSIONS}${path}`;
  const payload = [
    ...Object.keys(extensions).map((name) => ['extensionDevelopmentPath', location(name)]),
    ['extensionTestsPath', location(tests)],
    ['skipWelcome', 'true'],
  ];
  url.searchParams.set('folder', workspace);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** What code-server has changed in VS Code's program: the server of a window, and that the user's settings are there. */
const PATCHES = [
  [',remoteAuthority:location.host}', ',remoteAuthority:undefined}'],
  [/(?<=get userRoamingDataHome\(\)\{[^}]*scheme:\w+\.)vscodeRemote\b/, 'vscodeUserData'],
];

function withoutCodeServer(script) {
  return PATCHES.reduce((text, [patch, original]) => {
    const found = text.replace(patch, original);
    if (found === text) throw new Error('VS Code has another form than this run expects.');
    return found;
  }, script);
}

const CONFIGURATION = /(?<=id="vscode-workbench-web-configuration" data-settings=")[^"]*/;

function configured(added) {
  return (escaped) => {
    const settings = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const text = JSON.stringify({ ...settings, additionalBuiltinExtensions: added });
    return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  };
}
